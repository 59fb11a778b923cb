package uk.anteroom.accountweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.AccountVisits;
import uk.anteroom.account.Accounts;
import uk.anteroom.account.NewPassword;
import uk.anteroom.account.PasskeyChange;
import uk.anteroom.account.Passkeys;
import uk.anteroom.account.PasswordChange;
import uk.anteroom.account.Proofs;
import uk.anteroom.account.Proving;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.SoftPasskey;

/** Whoever changes how an account is signed in to has shown lately who they are. */
class ProofTest extends AccountPages {

    private static final String PROVE = "form[action=/account/security/proof]";

    @Autowired
    Accounts accounts;

    @Autowired
    AccountVisits visits;

    @Autowired
    Passkeys passkeys;

    @Autowired
    Proofs proofs;

    SoftPasskey device;
    AccountVisit visit;

    @BeforeEach
    void signIn() {
        device = new SoftPasskey("http://localhost:8080", "localhost");
        accounts.open(surgery.practice(), ada.id(), new EmailAddress(email), NEW_PASSWORD);
        signIn(browser, email, NEW_PASSWORD);
        visit = visitOf(browser);
    }

    private AccountVisit visitOf(Browser who) {
        return visits.of(DeviceKey.read(who.cookies().get("__Host-account")).orElseThrow())
                .orElseThrow();
    }

    private PasskeyChange add(SoftPasskey which) {
        return passkeys.add(visit, which.made(passkeys.askForNew(visit).challenge()), "My phone");
    }

    private void waitElevenMinutes() {
        age("account_session", "created_at", "11 minutes");
        age("account_session", "proved_at", "11 minutes");
    }

    private HttpResponse<String> script(Page page, String path, String body) {
        return browser.post(
                page,
                path,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void passkeyIsAddedTenMinutesLongAndThenThePasswordIsAskedFor() {
        assertThat(browser.open("/account/security").html().select(PROVE)).isEmpty();
        age("account_session", "created_at", "9 minutes");
        assertThat(add(device)).isEqualTo(PasskeyChange.DONE);
        waitElevenMinutes();
        Page page = browser.open("/account/security");
        assertThat(page.text()).contains("Show that it is you", "My phone");
        assertThat(page.html().select("#passkeyName, form[action$=/removal]"))
                .as("nothing is offered that would be refused")
                .isEmpty();
        assertThat(script(page, "/account/security/passkeys/question", "").statusCode())
                .isEqualTo(403);
        SoftPasskey other = new SoftPasskey("http://localhost:8080", "localhost");
        assertThat(add(other)).isEqualTo(PasskeyChange.NOT_PROVED);

        Page wrong = browser.submit(page, PROVE, Map.of("proof", "not the password at all"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("#proof-error").text()).contains("This is not your password");
        assertThat(add(other)).isEqualTo(PasskeyChange.NOT_PROVED);
        Page right = browser.submit(page, PROVE, Map.of("proof", NEW_PASSWORD));
        assertThat(right.path()).isEqualTo("/account/security?proved");
        assertThat(right.html().select("#passkeyName")).isNotEmpty();
        assertThat(add(other)).isEqualTo(PasskeyChange.DONE);
        assertThat(count("audit_entry where action = 'account.proved_again'")).isOne();
        waitElevenMinutes();
        assertThat(proofs.lately(visit)).isFalse();
    }

    @Test
    void pageThatWasLeftOpenRemovesNothing() {
        add(device);
        Page page = browser.open("/account/security");
        waitElevenMinutes();
        Page asked = browser.submit(page, "form[action$=/removal]", Map.of());
        assertThat(asked.text()).contains("Nothing was changed.", "Show that it is you");
        assertThat(passkeys.of(visit)).hasSize(1);
    }

    @Test
    void passkeyProvesItAsWell() {
        add(device);
        waitElevenMinutes();
        Page page = browser.open("/account/security");
        String path = "/account/security/proof/passkey";
        assertThat(page.html().select("[data-path=" + path + "]")).isNotEmpty();
        String challenge =
                script(page, path + "/question", "").body().replaceAll(".*\"challenge\":\"([^\"]+)\".*", "$1");
        String answer = "answer=" + URLEncoder.encode(device.signed(challenge, ""), StandardCharsets.UTF_8);
        assertThat(script(page, path, answer).statusCode()).isEqualTo(204);
        assertThat(proofs.lately(visit)).isTrue();
        assertThat(script(page, path, answer).statusCode()).as("once").isEqualTo(422);
        assertThat(script(page, path, "answer=%7B%7D").statusCode()).isEqualTo(422);
    }

    @Test
    void passkeyOfAnotherAccountProvesNothing() {
        String name = "tom." + email;
        cast.withAccount(surgery.practice(), name);
        Browser his = browser();
        signIn(his, name, uk.anteroom.testing.Cast.PASSWORD);
        AccountVisit toms = visitOf(his);
        assertThat(passkeys.add(toms, device.made(passkeys.askForNew(toms).challenge()), ""))
                .isEqualTo(PasskeyChange.DONE);
        waitElevenMinutes();
        assertThat(proofs.byPasskey(visit, device.signed(proofs.ask(visit).challenge(), "")))
                .isEqualTo(Proving.WRONG);
        assertThat(proofs.byPasskey(toms, device.signed(proofs.ask(visit).challenge(), "")))
                .as("a question to somebody else")
                .isEqualTo(Proving.WRONG);
        assertThat(proofs.byPasskey(
                        toms,
                        device.signed(
                                passkeys.ask(surgery.practice(), "192.0.2.1")
                                        .orElseThrow()
                                        .challenge(),
                                "")))
                .as("a question for signing in")
                .isEqualTo(Proving.WRONG);
        assertThat(proofs.byPasskey(toms, device.signed(proofs.ask(toms).challenge(), "")))
                .isEqualTo(Proving.PROVED);
        assertThat(proofs.lately(visit)).isFalse();
    }

    @Test
    void proofCountsInOneBrowserAlone() {
        Browser other = browser();
        signIn(other, email, NEW_PASSWORD);
        waitElevenMinutes();
        assertThat(proofs.byPassword(visit, NEW_PASSWORD)).isEqualTo(Proving.PROVED);
        assertThat(proofs.lately(visit)).isTrue();
        assertThat(proofs.lately(visitOf(other))).isFalse();
    }

    @Test
    void firstPasswordIsSetByWhoeverProvedLatelyWhoTheyAre() {
        add(device);
        superuser
                .sql("update patient_account set password_hash = null where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .update();
        waitElevenMinutes();
        Page page = browser.open("/account/security");
        assertThat(page.html().select("form[action=/account/security/password], #proof"))
                .isEmpty();
        NewPassword next = new NewPassword("marble otter lantern fog");
        assertThat(accounts.changePassword(visit, "", next)).isEqualTo(PasswordChange.NOT_PROVED);
        assertThat(proofs.byPassword(visit, "")).isEqualTo(Proving.WRONG);
        proofs.byPasskey(visit, device.signed(proofs.ask(visit).challenge(), ""));
        assertThat(accounts.changePassword(visit, "", next)).isEqualTo(PasswordChange.CHANGED);
    }

    @Test
    void whoeverHasNeitherSignsInAgain() {
        superuser
                .sql("update patient_account set password_hash = null where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .update();
        waitElevenMinutes();
        assertThat(browser.open("/account/security").text()).contains("Sign out and sign in again.");
    }

    @Test
    void passwordIsNotGuessedThere() {
        waitElevenMinutes();
        Proving last = Proving.WRONG;
        for (int i = 0; i < 5000 && last == Proving.WRONG; i++) {
            last = proofs.byPassword(visit, "x".repeat(129));
        }
        assertThat(last).isEqualTo(Proving.TOO_MANY);
    }
}
