package uk.anteroom.publicweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.Practices;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.Requests;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Stranger;
import uk.anteroom.testing.Surgery;

/** Whoever is signed in with their account is not asked who they are. */
class SignedInRequestTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Practices practices;

    @Autowired
    Requests requests;

    Surgery surgery;
    Patient tom;
    String code;
    Browser browser;
    Stranger stranger;

    @BeforeEach
    void signIn() {
        surgery = cast.surgery();
        String email = UUID.randomUUID() + "@mail.example";
        tom = cast.withAccount(surgery.practice(), email);
        code = practices.get(surgery.practice()).publicCode();
        browser = browser();
        Page in = browser.submit(
                browser.open("/p/" + code + "/sign-in"),
                "form:has(#password)",
                Map.of("email", email, "password", Cast.PASSWORD));
        assertThat(in.path()).startsWith("/account");
        stranger = new Stranger(browser, code);
    }

    @Test
    void theRequestIsTheirsWithoutAQuestion() {
        assertThat(browser.open("/p/" + code).text()).contains("You are signed in");
        Page check = stranger.fillsIn();
        assertThat(check.path()).endsWith("/ask/check");
        assertThat(check.text()).doesNotContain("14 March 1957", "LS1 4AP").contains("07700 900123");
        assertThat(stranger.open("who").path()).as("not even asked for").endsWith("/ask/check");
        assertThat(stranger.sends(check).text()).contains("We have your request");
        assertThat(requests.ofPatient(surgery.practice(), tom.id()))
                .extracting(PatientRequest::title)
                .containsExactly("Rash on my arm");
        assertThat(browser.open("/account").text()).contains("Rash on my arm");
    }

    @Test
    void whoeverSignsOutBeforeTheyHaveSentItIsAskedWhoTheyAre() {
        Page check = stranger.fillsIn();
        browser.submit(browser.open("/account"), "form[action*=sign-out]", Map.of());

        Page asked = stranger.sends(check);
        assertThat(asked.path()).endsWith("/ask/who");
        assertThat(requests.ofPatient(surgery.practice(), tom.id())).isEmpty();
        Page again = stranger.submits(asked, "who");
        assertThat(again.path()).endsWith("/ask/check");
        assertThat(stranger.sends(again).text()).contains("We have your request");
        assertThat(requests.ofPatient(surgery.practice(), tom.id())).isEmpty();
    }
}
