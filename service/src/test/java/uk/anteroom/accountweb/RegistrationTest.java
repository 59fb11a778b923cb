package uk.anteroom.accountweb;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;
import static uk.anteroom.testing.Together.together;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.account.Accounts;
import uk.anteroom.account.Caller;
import uk.anteroom.account.CodeCheck;
import uk.anteroom.account.NewPassword;
import uk.anteroom.account.Opening;
import uk.anteroom.account.RegistrationDetails;
import uk.anteroom.account.Registrations;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.lettering.LetterKind;
import uk.anteroom.lettering.LetterTemplate;
import uk.anteroom.lettering.LetterTemplates;
import uk.anteroom.needs.Needs;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.patient.Claim;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PracticeList;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Timing;

/** How an account is opened. */
class RegistrationTest extends AccountPages {

    private static final Caller HERE = new Caller("192.0.2.1", "Chrome on Android", null);

    @Autowired
    Registrations registrations;

    @Autowired
    Accounts accounts;

    @Autowired
    PracticeList list;

    @Autowired
    PatientNeeds needs;

    @Autowired
    LetterTemplates letterTemplates;

    @Test
    void codeFromTheListOpensAnAccount() {
        Page way = proved(browser, ada);
        assertThat(way.path()).isEqualTo("/p/" + code + "/register/way");
        Page home = browser.submit(way, "form.a-form", Map.of("email", email, "newPassword", NEW_PASSWORD));
        assertThat(home.path()).isEqualTo("/account?opened");
        assertThat(home.text()).contains("Your account is open.", "Ada Jane Quill");
        assertThat(accounts.find(surgery.practice(), ada.id()).orElseThrow().emailTrusted())
                .isTrue();
        eventually(
                "the notice", () -> letters(email).stream().anyMatch(text -> text.contains("An account was opened")));
        assertThat(browser.open("/p/" + code + "/register/way").path())
                .as("the code is used up")
                .isEqualTo("/p/" + code + "/register");
    }

    @Test
    void lettersAreInThePracticesWordsAndThePatientsLanguageWhereItHasWritten() {
        Locale welsh = Locale.forLanguageTag("cy");
        needs.record(surgery.receptionist(), ada.id(), new Needs(true, false, false, Optional.of(welsh)));
        letterTemplates.save(
                surgery.manager(),
                new LetterTemplate.Key(LetterKind.ACCOUNT_REGISTRATION, Channel.EMAIL, welsh),
                0,
                "Eich cod",
                "Teipiwch y cod hwn:\n\n{code}\n\n{surgery}");
        Page way = proved(browser, ada);
        assertThat(letters(email))
                .singleElement()
                .asString()
                .contains("Teipiwch y cod hwn:", "lang=\"cy\"", "Test Surgery")
                .doesNotContain("where you asked for it");

        browser.submit(way, "form.a-form", Map.of("email", email, "newPassword", NEW_PASSWORD));
        eventually(
                "the notice in our words",
                () -> letters(email).stream().anyMatch(text -> text.contains("An account was opened for you")));
    }

    @Test
    void addressThatTheListDoesNotKnowIsNotTrusted() {
        Page way = proved(browser, ada);
        browser.submit(way, "form.a-form", Map.of("email", "typed." + email, "newPassword", NEW_PASSWORD));
        assertThat(accounts.find(surgery.practice(), ada.id()).orElseThrow().emailTrusted())
                .isFalse();
        assertThat(letters("typed." + email)).isEmpty();
    }

    @Test
    void whatIsShownTellsNothingAboutTheList() {
        Page known = askToRegister(browser, details(ada));
        Map<String, String> nobody = new HashMap<>(details(ada));
        nobody.put("family", "Quillfeather");
        Browser stranger = browser();
        Page unknown = askToRegister(stranger, nobody);
        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(200);
        assertThat(unknown.path()).isEqualTo(known.path());
        assertThat(same(unknown)).isEqualTo(same(known));
        assertThat(known.text()).contains("If these details are on our list, we have sent a code");
        for (int i = 0; i < 5; i++) {
            Page wrong = browser.submit(known, "form.a-form", Map.of("code", "abcdef"));
            Page alike = stranger.submit(unknown, "form.a-form", Map.of("code", "abcdef"));
            assertThat(alike.status()).isEqualTo(wrong.status()).isEqualTo(422);
            assertThat(same(alike)).isEqualTo(same(wrong));
        }
        codeTo(email, 0);
        eventually("both are looked up", () -> count("account_code where looked_up_at is null") == 0);
        assertThat(letters(email)).hasSize(1);
    }

    @Test
    void timeTellsNothingAboutTheList() {
        Map<String, String> nobody = new HashMap<>(details(ada));
        nobody.put("year", "1972");
        Timing.takeEquallyLong(() -> time(details(ada)), () -> time(nobody));
    }

    @Test
    void postcodeStandsForTheNhsNumber() {
        livesAt("LS1 4AP");
        Page known = askToRegister(browser, byPostcode(" ls14ap"));
        Page way = browser.submit(known, "form.a-form", Map.of("code", codeTo(email, 0)));
        assertThat(way.path()).isEqualTo("/p/" + code + "/register/way");
    }

    @Test
    void postcodeTellsNothingAboutTheList() {
        livesAt("LS1 4AP");
        Page known = askToRegister(browser, byPostcode("LS1 4AP"));
        Page unknown = askToRegister(browser(), byPostcode("LS1 4AQ"));
        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(200);
        assertThat(unknown.path()).isEqualTo(known.path());
        assertThat(same(unknown)).isEqualTo(same(known));
        codeTo(email, 0);
        eventually("both are looked up", () -> count("account_code where looked_up_at is null") == 0);
        assertThat(letters(email)).hasSize(1);
        Timing.takeEquallyLong(() -> time(byPostcode("LS1 4AP")), () -> time(byPostcode("LS1 4AQ")));
    }

    @Test
    void rightPostcodeDoesNotStandForAWrongNumber() {
        livesAt("LS1 4AP");
        Map<String, String> typed = byPostcode("LS1 4AP");
        typed.put("nhsNumber", surgery.rosa().nhsNumber().shown());
        askToRegister(browser, typed);
        eventually("it is looked up", () -> count("account_code where looked_up_at is null") == 0);
        assertThat(count("letter where occasion = 'account-code'")).isZero();
    }

    @Test
    void whoeverGivesNeitherIsAskedForOne() {
        Page refused = askToRegister(browser, byPostcode(""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("#postcode-error").text()).contains("Enter a postcode, or an NHS number");
        Page strange = askToRegister(browser, byPostcode("Leeds"));
        assertThat(strange.html().select("#postcode-error").text()).isNotEmpty();
        assertThat(count("account_code where true")).isZero();
    }

    private void livesAt(String postcode) {
        list.take(surgery.practice(), List.of(ada.livingAt(new Postcode(postcode))));
    }

    private Map<String, String> byPostcode(String postcode) {
        Map<String, String> typed = new HashMap<>(details(ada));
        typed.put("nhsNumber", "");
        typed.put("postcode", postcode);
        return typed;
    }

    private long time(Map<String, String> details) {
        Browser by = browser();
        Page form = by.open("/p/" + code + "/register");
        long start = System.nanoTime();
        by.submit(form, "form.a-form", details);
        return System.nanoTime() - start;
    }

    @Test
    void fiveWrongTriesEndACode() {
        Page asked = askToRegister(browser, details(ada));
        String right = codeTo(email, 0);
        for (int i = 0; i < 5; i++) {
            asked = browser.submit(asked, "form.a-form", Map.of("code", right.equals("000000") ? "000001" : "000000"));
        }
        assertThat(browser.submit(asked, "form.a-form", Map.of("code", right)).text())
                .contains("This code does not work any more");
    }

    @Test
    void fiftyTriesAtOnceAreFive() {
        DeviceKey key = asked();
        List<CodeCheck> checks = together(50, i -> registrations.check(key, "none of them"));
        assertThat(checks).filteredOn(CodeCheck.WRONG::equals).hasSize(4);
    }

    @Test
    void codeIsOverAfterTenMinutes() {
        Page asked = askToRegister(browser, details(ada));
        String right = codeTo(email, 0);
        age("account_code", "asked_at", "11 minutes");
        assertThat(browser.submit(asked, "form.a-form", Map.of("code", right)).text())
                .contains("This code does not work any more");
    }

    @Test
    void codeOfAnotherBrowserDoesNotWork() {
        askToRegister(browser, details(ada));
        String right = codeTo(email, 0);
        Browser thief = browser();
        Map<String, String> nobody = new HashMap<>(details(ada));
        nobody.put("given", "Eve");
        Page page = askToRegister(thief, nobody);
        assertThat(thief.submit(page, "form.a-form", Map.of("code", right)).text())
                .contains("This is not the code");
    }

    @Test
    void sixthCodeOfADayIsNotSent() {
        for (int i = 0; i < 5; i++) {
            askToRegister(browser(), details(ada));
        }
        eventually("five letters", () -> letters(email).size() == 5);
        askToRegister(browser(), details(ada));
        eventually("the sixth is looked up", () -> count("account_code where looked_up_at is null") == 0);
        assertThat(count("account_code where patient_id is not null")).isEqualTo(5);
        assertThat(count("letter where occasion = 'account-code'")).isEqualTo(5);
    }

    @Test
    void twoAtOnceOpenOneAccount() {
        List<DeviceKey> keys = List.of(provedKey(), provedKey());
        List<Opening> openings = together(
                2,
                i -> registrations.open(keys.get(i), new EmailAddress(i + email), new NewPassword(NEW_PASSWORD), HERE));
        assertThat(openings).filteredOn(Opening.In.class::isInstance).hasSize(1);
        assertThat(openings).filteredOn(Opening.ThereIsOne.class::isInstance).hasSize(1);
    }

    @Test
    void oneCodeOpensOneAccountHoweverOftenItIsPressed() {
        DeviceKey key = provedKey();
        List<Opening> openings =
                together(5, i -> registrations.open(key, new EmailAddress(email), new NewPassword(NEW_PASSWORD), HERE));
        assertThat(openings).filteredOn(Opening.In.class::isInstance).hasSize(1);
    }

    private DeviceKey asked() {
        return registrations
                .ask(
                        surgery.practice(),
                        new RegistrationDetails(
                                new Claim("ada", "QUILL", ada.born(), ada.nhsNumber(), null), Channel.SMS),
                        "192.0.2.1")
                .orElseThrow();
    }

    private DeviceKey provedKey() {
        int before = letters(email).size();
        DeviceKey key = asked();
        assertThat(registrations.check(key, codeTo(email, before))).isEqualTo(CodeCheck.RIGHT);
        return key;
    }

    @Test
    void whoHasAnAccountIsToldSoOnlyOnceTheCodeWasRight() {
        String name = address();
        accounts.open(surgery.practice(), ada.id(), new EmailAddress(name), NEW_PASSWORD);
        assertThat(proved(browser, ada).text()).contains("You already have an account");
        assertThat(accounts.signIn(surgery.practice(), name, NEW_PASSWORD)).contains(ada.id());
    }

    @Test
    void passwordsThatAreEasyToGuessAreRefused() {
        Page way = proved(browser, ada);
        for (String easy : List.of(
                "short",
                "passwordpassword1",
                "aaaaaaaaaaaaaaaaaaaa",
                "qwertyuiopasdfghjkl",
                "123456789012345678",
                "Ada Jane Quill 71",
                email)) {
            Page refused = browser.submit(way, "form.a-form", Map.of("email", email, "newPassword", easy));
            assertThat(refused.status()).as(easy).isEqualTo(422);
            assertThat(refused.html().select("#newPassword-error").text())
                    .as(easy)
                    .isNotEmpty();
            assertThat(refused.html().select("#newPassword[value]")).isEmpty();
        }
        assertThat(accounts.find(surgery.practice(), ada.id())).isEmpty();
    }

    @Test
    void whoeverTheListCannotReachGetsNoCode() {
        Patient silent = cast.patient(surgery.practice(), "Sil", "Ent", "1980-01-01", null, null);
        Page asked = askToRegister(browser, details(silent));
        assertThat(asked.text()).contains("If these details are on our list");
        eventually("it is looked up", () -> count("account_code where looked_up_at is null") == 0);
        assertThat(count("letter where occasion = 'account-code'")).isZero();
        assertThat(count("account_code where asked_sealed is not null"))
                .as("what was typed is gone")
                .isZero();
    }

    @Test
    void strangeInputGetsAnOrdinaryAnswer() {
        for (String strange : List.of(
                "<script>alert(1)</script>",
                "${7*7}",
                "'; drop table patient; --",
                "\u202eQuill",
                "patient:" + ada.id(),
                "a\r\nBcc: x@mail.example",
                "x".repeat(5000))) {
            Map<String, String> typed = new HashMap<>(details(ada));
            typed.put("given", strange);
            Page answer = askToRegister(browser, typed);
            assertThat(answer.status()).as(strange).isIn(200, 422);
            assertThat(answer.html().select("script:not([src])")).isEmpty();
        }
        assertThat(browser.open("/p/zzzz/register").status()).isEqualTo(404);
        assertThat(browser.open("/p/" + code + "/register/code").status()).isEqualTo(200);
        eventually("all are looked up", () -> count("account_code where looked_up_at is null") == 0);
        assertThat(count("letter where occasion = 'account-code'")).isZero();
    }
}
