package uk.anteroom.accountweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.account.AccountVisits;
import uk.anteroom.account.Accounts;
import uk.anteroom.account.Caller;
import uk.anteroom.account.SignIns;
import uk.anteroom.account.SigningIn;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.patient.ContactChoices;
import uk.anteroom.patient.Patients;
import uk.anteroom.patient.PracticeList;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Timing;

/** Signing in, where one is signed in, and what stands in the account. */
class AccountSignInTest extends AccountPages {

    private static final String TOO_LONG = "x".repeat(129);

    @Autowired
    Accounts accounts;

    @Autowired
    AccountVisits visits;

    @Autowired
    SignIns signIns;

    @Autowired
    ContactChoices choices;

    @Autowired
    Patients patients;

    @Autowired
    PracticeList list;

    @BeforeEach
    void register() {
        accounts.open(surgery.practice(), ada.id(), new EmailAddress(email), NEW_PASSWORD);
    }

    @Test
    void patientSignsInAndOut() {
        cast.request(surgery.practice(), ada.id());
        Page home = signIn(browser, email.toUpperCase(java.util.Locale.ROOT), NEW_PASSWORD);
        assertThat(home.path()).isEqualTo("/account");
        assertThat(home.text()).contains("Ada Jane Quill", "Itchy rash on my left arm");
        assertThat(browser.open("/p/" + code + "/sign-in").path()).isEqualTo("/account");
        DeviceKey key = DeviceKey.read(browser.cookies().get("__Host-account")).orElseThrow();
        assertThat(visits.of(key).orElseThrow().patient()).isEqualTo(ada.id());
        Page out = browser.submit(home, "form[action=/account/sign-out]", Map.of());
        assertThat(out.text()).contains("You are signed out.");
        assertThat(visits.of(key)).isEmpty();
        assertThat(browser.cookies()).doesNotContainKey("__Host-account").containsKey("__Host-known");
    }

    @Test
    void sessionEndsAfterHalfAnHourWithoutASignOfLife() {
        signIn(browser, email, NEW_PASSWORD);
        age("account_session", "seen_at", "29 minutes");
        assertThat(browser.open("/account").path()).isEqualTo("/account");
        age("account_session", "seen_at", "31 minutes");
        Page ended = browser.open("/account");
        assertThat(ended.path()).isEqualTo("/p/" + code + "/sign-in?ended");
        assertThat(ended.text()).contains("You were signed out. Sign in to go on.");
    }

    @Test
    void sessionEndsAfterTwelveHoursHoweverBusyItWas() {
        signIn(browser, email, NEW_PASSWORD);
        age("account_session", "created_at", "12 hours 1 minute");
        assertThat(browser.open("/account").path()).isEqualTo("/p/" + code + "/sign-in?ended");
    }

    @Test
    void whoHasNoSessionFindsNothing() {
        assertThat(browser.open("/account").status()).isEqualTo(404);
        browser.cookies().put("__Host-account", code + "A".repeat(22));
        assertThat(browser.open("/account/security").path()).isEqualTo("/p/" + code + "/sign-in?ended");
        browser.cookies().put("__Host-account", "' or true --");
        assertThat(browser.open("/account/messages").status()).isEqualTo(404);
    }

    @Test
    void unknownNamesAndWrongPasswordsAreAnsweredAlike() {
        Page wrong = signIn(browser(), email, "not the password at all");
        Page unknown = signIn(browser(), "nobody." + email, "not the password at all");
        assertThat(unknown.status()).isEqualTo(wrong.status()).isEqualTo(422);
        assertThat(same(unknown).replace("nobody.", "")).isEqualTo(same(wrong));
        AtomicInteger addresses = new AtomicInteger();
        Timing.takeEquallyLong(
                () -> time(email, addresses.incrementAndGet()),
                () -> time("nobody." + email, addresses.incrementAndGet()));
    }

    /** Each from an address of its own: one that fails too often is held back. */
    private long time(String name, int address) {
        long start = System.nanoTime();
        assertThat(signIns.byPassword(
                        surgery.practice(), name, "not the password at all", caller("192.0.2." + address, null)))
                .isInstanceOf(SigningIn.Refused.class);
        return System.nanoTime() - start;
    }

    @Test
    void whoGuessesWaitsAndNobodyElse() {
        SigningIn.Passed before = (SigningIn.Passed) byPassword(email, NEW_PASSWORD, caller("192.0.2.1", null));
        exhaust(email);
        assertThat(byPassword(email, NEW_PASSWORD, caller("198.51.100.7", null)))
                .as("the one who guessed")
                .isInstanceOf(SigningIn.Wait.class);
        assertThat(byPassword(email, NEW_PASSWORD, caller("198.51.100.7", before.known())))
                .as("a device that was here before, even behind the same address")
                .isInstanceOf(SigningIn.Passed.class);
        assertThat(byPassword(email, NEW_PASSWORD, caller("203.0.113.5", null)))
                .as("a new device from elsewhere")
                .isInstanceOf(SigningIn.Passed.class);
    }

    @Test
    void namesThatNobodyHasWaitAlike() {
        exhaust("nobody." + email);
        assertThat(byPassword("nobody." + email, NEW_PASSWORD, caller("198.51.100.7", null)))
                .isInstanceOf(SigningIn.Wait.class);
    }

    /** Tries until there are none left. They are too long to be hashed, and are counted all the same. */
    private void exhaust(String name) {
        for (int i = 0; i < 5000; i++) {
            if (byPassword(name, TOO_LONG, caller("198.51.100.7", null)) instanceof SigningIn.Wait) {
                return;
            }
        }
        throw new AssertionError("Nobody had to wait");
    }

    private SigningIn byPassword(String name, String password, Caller caller) {
        return signIns.byPassword(surgery.practice(), name, password, caller);
    }

    private static Caller caller(String address, DeviceKey known) {
        return new Caller(address, "Chrome on Android", known);
    }

    @Test
    void accountIsSignedOutElsewhere() {
        signIn(browser, email, NEW_PASSWORD);
        Browser other =
                browser().callsItself("Mozilla/5.0 (iPhone; CPU iPhone OS 18) Version/18.0 Mobile Safari/604.1");
        signIn(other, email, NEW_PASSWORD);
        Page sessions = browser.open("/account/sessions");
        assertThat(sessions.text()).contains("Chrome on Android, this device", "Safari on iPhone");
        browser.submit(sessions, "main li form", Map.of());
        assertThat(other.open("/account").path()).isEqualTo("/p/" + code + "/sign-in?ended");
        assertThat(browser.open("/account").status()).isEqualTo(200);
        signIn(other, email, NEW_PASSWORD);
        browser.submit(browser.open("/account/sessions"), "form[action=/account/sessions/end]", Map.of());
        assertThat(browser.open("/account").status()).isEqualTo(404);
        assertThat(other.open("/account").path()).isEqualTo("/p/" + code + "/sign-in?ended");
    }

    @Test
    void sessionOfAnotherAccountCannotBeEnded() {
        cast.withAccount(surgery.practice(), "tom." + email);
        Browser tom = browser();
        signIn(tom, "tom." + email, Cast.PASSWORD);
        String session = superuser
                .sql("select session_id::text from account_session where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .query(String.class)
                .single();
        Page mine = signIn(browser, email, NEW_PASSWORD);
        browser.post(
                "/account/sessions/" + session + "/end",
                Map.of("_csrf", mine.html().selectFirst("input[name=_csrf]").attr("value")));
        assertThat(tom.open("/account").status()).isEqualTo(200);
    }

    @Test
    void newPasswordNeedsTheOldOneAndSignsOutElsewhere() {
        signIn(browser, email, NEW_PASSWORD);
        Browser other = browser();
        signIn(other, email, NEW_PASSWORD);
        Page security = browser.open("/account/security");
        String form = "form[action=/account/security/password]";
        String next = "marble otter lantern fog";
        assertThat(browser.submit(security, form, Map.of("password", "wrong", "newPassword", next))
                        .text())
                .contains("This is not your password");
        assertThat(browser.submit(security, form, Map.of("password", NEW_PASSWORD, "newPassword", next))
                        .path())
                .isEqualTo("/account/security?changed");
        assertThat(browser.open("/account").status()).isEqualTo(200);
        assertThat(other.open("/account").path()).isEqualTo("/p/" + code + "/sign-in?ended");
        assertThat(accounts.signIn(surgery.practice(), email, NEW_PASSWORD)).isEmpty();
        assertThat(accounts.signIn(surgery.practice(), email, next)).contains(ada.id());
    }

    @Test
    void optOutOutlivesTheList() {
        signIn(browser, email, NEW_PASSWORD);
        Page page = browser.open("/account/preferences");
        browser.submit(page, "form.a-form", Map.of("byEmail", Browser.UNTICK));
        assertThat(patients.find(surgery.practice(), ada.id()).orElseThrow().optedOutOfEmail())
                .isTrue();
        list.take(surgery.practice(), List.of(ada));
        assertThat(patients.find(surgery.practice(), ada.id()).orElseThrow().optedOutOfEmail())
                .isTrue();
        assertThat(patients.find(surgery.practice(), ada.id()).orElseThrow().optedOutOfSms())
                .isFalse();
        assertThat(choices.of(surgery.practice(), ada.id()).listForbidsEmail()).isFalse();
    }

    @Test
    void optOutOfTheListIsTakenBackThere() {
        var meera = cast.patientWhoOptedOutOfSms(surgery.practice());
        accounts.open(surgery.practice(), meera.id(), new EmailAddress("meera." + email), NEW_PASSWORD);
        signIn(browser, "meera." + email, NEW_PASSWORD);
        Page page = browser.open("/account/preferences");
        assertThat(page.text()).contains("Call them to change that");
        browser.submit(page, "form.a-form", Map.of("bySms", "true"));
        assertThat(patients.find(surgery.practice(), meera.id()).orElseThrow().optedOutOfSms())
                .isTrue();
    }

    @Test
    void accountOfOnePracticeIsNoneOfAnother() {
        var other = cast.surgery();
        String otherCode = practices.get(other.practice()).publicCode();
        Page form = browser.open("/p/" + otherCode + "/sign-in");
        assertThat(browser.submit(form, "form.a-form", Map.of("email", email, "password", NEW_PASSWORD))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anotherSiteCannotSignSomebodyIn() {
        assertThat(browser.post("/p/" + code + "/sign-in", Map.of("email", email, "password", NEW_PASSWORD))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoHasDiedIsNobodysAccount() {
        signIn(browser, email, NEW_PASSWORD);
        superuser
                .sql("update patient set deceased_at = now() where practice_id = :practice and patient_id = :patient")
                .param("practice", surgery.practice().value())
                .param("patient", ada.id().value())
                .update();
        assertThat(browser.open("/account").path()).isEqualTo("/p/" + code + "/sign-in?ended");
        assertThat(signIn(browser(), email, NEW_PASSWORD).status()).isEqualTo(422);
    }
}
