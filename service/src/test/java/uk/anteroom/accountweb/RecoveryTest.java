package uk.anteroom.accountweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.anteroom.testing.Eventually.eventually;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.account.Accounts;
import uk.anteroom.account.Recoveries;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PracticeList;
import uk.anteroom.practice.NotAllowed;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Timing;

/** How somebody comes back who cannot sign in. */
class RecoveryTest extends AccountPages {

    private static final String NEXT = "marble otter lantern fog";

    @Autowired
    Accounts accounts;

    @Autowired
    Recoveries recoveries;

    @Autowired
    PracticeList list;

    private Page ask(Browser by, String address) {
        return by.submit(by.open("/p/" + code + "/recover"), "form.a-form", Map.of("email", address));
    }

    private void account(String name) {
        accounts.open(surgery.practice(), ada.id(), new EmailAddress(name), NEW_PASSWORD);
    }

    @Test
    void codeLeadsToANewPasswordAndSignsOutEverywhere() {
        account(email);
        Browser lost = browser();
        signIn(lost, email, NEW_PASSWORD);
        Page asked = ask(browser, email);
        Page fresh = browser.submit(asked, "form.a-form", Map.of("code", codeTo(email, 0)));
        assertThat(fresh.path()).isEqualTo("/p/" + code + "/recover/password");
        assertThat(browser.submit(fresh, "form.a-form", Map.of("newPassword", "too short"))
                        .status())
                .isEqualTo(422);
        Page home = browser.submit(fresh, "form.a-form", Map.of("newPassword", NEXT));
        assertThat(home.text()).contains("Your new password is saved.");
        assertThat(lost.open("/account").path()).isEqualTo("/p/" + code + "/sign-in?ended");
        assertThat(accounts.signIn(surgery.practice(), email, NEW_PASSWORD)).isEmpty();
        assertThat(accounts.signIn(surgery.practice(), email, NEXT)).contains(ada.id());
        assertThat(browser.open("/p/" + code + "/recover/password").path())
                .as("the code is used up")
                .isEqualTo("/p/" + code + "/recover");
        eventually("the notice", () -> letters(email).stream().anyMatch(text -> text.contains("was changed")));
    }

    @Test
    void codeGoesToTheListWhereTheListDoesNotKnowTheAddress() {
        String typed = "typed." + email;
        account(typed);
        ask(browser, typed);
        assertThat(codeTo(email, 0)).hasSize(6);
        assertThat(letters(typed)).isEmpty();
    }

    @Test
    void contactOnTheListIsToldWhenTheCodeGoesElsewhere() {
        account(email);
        String moved = address();
        list.take(
                surgery.practice(),
                List.of(new Patient(
                        surgery.practice(),
                        ada.id(),
                        ada.nhsNumber(),
                        ada.givenName(),
                        ada.familyName(),
                        ada.born(),
                        new EmailAddress(moved),
                        null,
                        false,
                        false,
                        false)));
        ask(browser, email);
        codeTo(email, 0);
        eventually("the other one", () -> letters(moved).stream().anyMatch(text -> text.contains("asked for a code")));
    }

    @Test
    void answerTellsNothingAboutAccounts() {
        account(email);
        Page known = ask(browser, email);
        Page unknown = ask(browser(), "nobody." + email);
        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.path()).isEqualTo(known.path());
        assertThat(same(unknown)).isEqualTo(same(known));
        Timing.takeEquallyLong(() -> time(email), () -> time("nobody." + email));
        eventually("all are looked up", () -> count("account_code where looked_up_at is null") == 0);
        assertThat(count("letter where occasion = 'account-code'")).isEqualTo(5);
    }

    private long time(String address) {
        Browser by = browser();
        Page form = by.open("/p/" + code + "/recover");
        long start = System.nanoTime();
        by.submit(form, "form.a-form", Map.of("email", address));
        return System.nanoTime() - start;
    }

    @Test
    void codeOfARegistrationSetsNoPassword() {
        account(email);
        proved(browser, ada);
        assertThat(browser.open("/p/" + code + "/recover/password").path()).isEqualTo("/p/" + code + "/recover");
    }

    @Test
    void staffSendALinkThatWorksOnce() {
        account(email);
        Browser staff = browser();
        staff.signIn(surgery.receptionist());
        Page patient = staff.open("/patients/" + ada.id());
        assertThat(patient.text()).contains("Send recovery link");
        Page sent = staff.submit(patient, "form[action$=/account/recovery]", Map.of());
        assertThat(sent.text()).contains("We send Ada Jane a link to choose a new password.");
        String path = linkTo(email);
        for (int i = 0; i < 3; i++) {
            assertThat(browser().open(path).status()).as("programs look, too").isEqualTo(200);
        }
        Page fresh = browser.submit(browser.open(path), "form.a-form", Map.of());
        assertThat(browser.submit(fresh, "form.a-form", Map.of("newPassword", NEXT))
                        .path())
                .isEqualTo("/account?recovered");
        assertThat(browser().open(path).status()).isEqualTo(404);
        assertThat(count("audit_entry where action = 'account.recovery_sent'")).isEqualTo(1);
    }

    private String linkTo(String address) {
        eventually("a link", () -> letters(address).stream().anyMatch(text -> text.contains("/recover/")));
        Matcher link = Pattern.compile("http://localhost:8080(/p/\\S+)").matcher(String.join("\n", letters(address)));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void linkIsOverAfterADay() {
        account(email);
        recoveries.send(surgery.clinician(), ada.id());
        String path = linkTo(email);
        age("account_code", "asked_at", "25 hours");
        assertThat(browser.open(path).status()).isEqualTo(404);
    }

    @Test
    void staffCloseAnAccount() {
        account(email);
        signIn(browser, email, NEW_PASSWORD);
        Browser staff = browser();
        staff.signIn(surgery.clinician());
        Page closed = staff.submit(staff.open("/patients/" + ada.id()), "form[action$=/account/closing]", Map.of());
        assertThat(closed.text()).doesNotContain("Close account");
        assertThat(browser.open("/account").path()).isEqualTo("/p/" + code + "/sign-in?ended");
        assertThat(accounts.signIn(surgery.practice(), email, NEW_PASSWORD)).isEmpty();
        assertThat(count("audit_entry where action = 'account.closed'")).isEqualTo(1);
        assertThatThrownBy(() -> accounts.close(surgery.manager(), ada.id())).isInstanceOf(NotAllowed.class);
    }
}
