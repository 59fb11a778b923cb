package uk.anteroom.accountweb;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Together.together;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.AccountVisits;
import uk.anteroom.account.Accounts;
import uk.anteroom.account.Caller;
import uk.anteroom.account.Passkey;
import uk.anteroom.account.PasskeyChange;
import uk.anteroom.account.PasskeyQuestion;
import uk.anteroom.account.Passkeys;
import uk.anteroom.account.SigningIn;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.SoftPasskey;

/** Passkeys, as a device makes and uses them. */
class PasskeyTest extends AccountPages {

    private static final Caller HERE = new Caller("192.0.2.1", "Chrome on Android", null);

    @Autowired
    Accounts accounts;

    @Autowired
    AccountVisits visits;

    @Autowired
    Passkeys passkeys;

    SoftPasskey device;

    @BeforeEach
    void make() {
        device = device();
    }

    private static SoftPasskey device() {
        return new SoftPasskey("http://localhost:8080", "localhost");
    }

    private AccountVisit signedIn() {
        accounts.open(surgery.practice(), ada.id(), new EmailAddress(email), NEW_PASSWORD);
        signIn(browser, email, NEW_PASSWORD);
        return visits.of(DeviceKey.read(browser.cookies().get("__Host-account")).orElseThrow())
                .orElseThrow();
    }

    private boolean add(AccountVisit visit, SoftPasskey which, String name) {
        return passkeys.add(visit, which.made(passkeys.askForNew(visit).challenge()), name) == PasskeyChange.DONE;
    }

    private PasskeyQuestion ask() {
        return passkeys.ask(surgery.practice(), "192.0.2.1").orElseThrow();
    }

    private SigningIn signIn(String answer) {
        return passkeys.signIn(surgery.practice(), answer, HERE);
    }

    @Test
    void deviceIsAddedAndSignsIn() {
        AccountVisit visit = signedIn();
        assertThat(add(visit, device, "My phone")).isTrue();
        SigningIn in = signIn(device.signed(ask().challenge(), ""));
        assertThat(visits.of(((SigningIn.Passed) in).session()).orElseThrow().holder())
                .isEqualTo(ada.id());
        assertThat(passkeys.of(visit)).extracting(Passkey::name).containsExactly("My phone");
        assertThat(browser.open("/account/security").text()).contains("My phone", "last used today");
    }

    @Test
    void pageSignsInByScript() throws Exception {
        add(signedIn(), device, "My phone");
        Browser other = browser();
        Page page = other.open("/p/" + code + "/sign-in");
        String path = "/p/" + code + "/sign-in/passkey";
        HttpResponse<String> asked = script(other, page, path + "/question", "");
        String challenge = asked.body().replaceAll(".*\"challenge\":\"([^\"]+)\".*", "$1");
        assertThat(asked.body())
                .contains("\"host\":\"localhost\"")
                .doesNotContain(ada.id().toString());
        HttpResponse<String> answered = script(
                other, page, path, "answer=" + URLEncoder.encode(device.signed(challenge, ""), StandardCharsets.UTF_8));
        assertThat(answered.statusCode()).isEqualTo(204);
        assertThat(other.open("/account").text()).contains("Ada Jane Quill");
        assertThat(script(other, page, path, "answer=%7B%7D").statusCode()).isEqualTo(422);
    }

    private static HttpResponse<String> script(Browser by, Page page, String path, String body) {
        return by.post(
                page,
                path,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answerCountsOnce() {
        add(signedIn(), device, "");
        String answer = device.signed(ask().challenge(), "");
        List<SigningIn> all = together(5, i -> signIn(answer));
        assertThat(all).filteredOn(SigningIn.Passed.class::isInstance).hasSize(1);
    }

    @Test
    void answersThatAreNotRightAreRefused() {
        AccountVisit visit = signedIn();
        add(visit, device, "");
        String right = device.signed(ask().challenge(), "");
        assertThat(signIn(right.replaceFirst("\"signature\":\"..", "\"signature\":\"AA")))
                .isInstanceOf(SigningIn.Refused.class);
        assertThat(signIn(device.signed("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "")))
                .as("a question that was never asked")
                .isInstanceOf(SigningIn.Refused.class);
        assertThat(signIn(device.signed(passkeys.askForNew(visit).challenge(), "")))
                .as("a question for something else")
                .isInstanceOf(SigningIn.Refused.class);
        assertThat(signIn(device().signed(ask().challenge(), "")))
                .as("a device that nobody knows")
                .isInstanceOf(SigningIn.Refused.class);
        PasskeyQuestion old = ask();
        age("account_challenge", "created_at", "6 minutes");
        assertThat(signIn(device.signed(old.challenge(), "")))
                .as("an old question")
                .isInstanceOf(SigningIn.Refused.class);
        for (String strange :
                List.of("", "{}", "null", "[]", "{\"id\":1}", "x".repeat(40_000), right.replace("public-key", "x"))) {
            assertThat(signIn(strange)).as(strange).isInstanceOf(SigningIn.Refused.class);
        }
        assertThat(signIn(device.at("https://anteroom.example").signed(ask().challenge(), "")))
                .as("a page that only looks like ours")
                .isInstanceOf(SigningIn.Refused.class);
    }

    @Test
    void deviceThatDoesNotAskItsHolderIsRefused() {
        AccountVisit visit = signedIn();
        assertThat(add(visit, device().withoutAsking(), "")).isFalse();
        add(visit, device, "");
        assertThat(signIn(device.withoutAsking().signed(ask().challenge(), ""))).isInstanceOf(SigningIn.Refused.class);
    }

    @Test
    void passkeyOfAnotherPracticeDoesNotOpenAnything() {
        add(signedIn(), device, "");
        var other = cast.surgery();
        String challenge =
                passkeys.ask(other.practice(), "192.0.2.1").orElseThrow().challenge();
        assertThat(passkeys.signIn(other.practice(), device.signed(challenge, ""), HERE))
                .isInstanceOf(SigningIn.Refused.class);
    }

    @Test
    void accountIsOpenedWithAPasskeyAlone() {
        Page way = proved(browser, ada);
        String path = "/p/" + code + "/register/passkey";
        String typed = "email=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
        assertThat(script(browser, way, path + "/question", "email=none").statusCode())
                .isEqualTo(422);
        String asked = script(browser, way, path + "/question", typed).body();
        String challenge = asked.replaceAll(".*\"challenge\":\"([^\"]+)\".*", "$1");
        assertThat(script(browser, way, path, typed + "&answer=%7B%7D").statusCode())
                .isEqualTo(410);
        assertThat(accounts.find(surgery.practice(), ada.id()))
                .as("no account without a way in")
                .isEmpty();
        assertThat(script(
                                browser,
                                way,
                                path,
                                typed + "&answer=" + URLEncoder.encode(device.made(challenge), StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(204);
        Page security = browser.open("/account/security");
        assertThat(security.text()).contains("Chrome on Android", "Set a password");
        Page last = browser.submit(security, "form[action$=/removal]", Map.of());
        assertThat(last.text()).contains("This is your only way to sign in");
        assertThat(signIn(device.signed(ask().challenge(), ""))).isInstanceOf(SigningIn.Passed.class);
        assertThat(accounts.signIn(surgery.practice(), email, "")).isEmpty();
    }

    @Test
    void ofTwoPasskeysRemovedAtOnceOneStays() {
        AccountVisit visit = signedIn();
        add(visit, device, "one");
        add(visit, device(), "two");
        superuser
                .sql("update patient_account set password_hash = null where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .update();
        List<Passkey> both = passkeys.of(visit);
        List<PasskeyChange> removed =
                together(2, i -> passkeys.remove(visit, both.get(i).id()));
        assertThat(removed).containsExactlyInAnyOrder(PasskeyChange.DONE, PasskeyChange.REFUSED);
        assertThat(passkeys.of(visit)).hasSize(1);
    }

    @Test
    void passkeyIsRemovedByItsOwnerAlone() {
        AccountVisit visit = signedIn();
        add(visit, device, "mine");
        var tom = cast.withAccount(surgery.practice(), "tom." + email);
        Browser other = browser();
        signIn(other, "tom." + email, uk.anteroom.testing.Cast.PASSWORD);
        AccountVisit his = visits.of(
                        DeviceKey.read(other.cookies().get("__Host-account")).orElseThrow())
                .orElseThrow();
        assertThat(his.holder()).isEqualTo(tom.id());
        Passkey mine = passkeys.of(visit).getFirst();
        assertThat(passkeys.remove(his, mine.id())).isEqualTo(PasskeyChange.REFUSED);
        assertThat(passkeys.remove(visit, mine.id())).isEqualTo(PasskeyChange.DONE);
        assertThat(signIn(device.signed(ask().challenge(), ""))).isInstanceOf(SigningIn.Refused.class);
    }
}
