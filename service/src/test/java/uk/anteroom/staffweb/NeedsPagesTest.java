package uk.anteroom.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.needs.Needs;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.patient.Patient;
import uk.anteroom.request.RequestId;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;

/** What a patient needs is seen before anything is sent, and written down where it is asked. */
class NeedsPagesTest extends RunningService {

    private static final Needs ALL = new Needs(true, true, true, Optional.of(Locale.of("pl")));
    private static final String LINE = "Needs: British Sign Language interpreter · Large print · Speaks Polish";

    @Autowired
    Cast cast;

    @Autowired
    PatientNeeds needs;

    Surgery surgery;
    Browser browser;
    String patient;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        browser = browser();
        patient = "/patients/" + surgery.rosa().id();
    }

    @Test
    void whatIsRecordedStandsWhereverSomethingIsSent() {
        needs.record(surgery.clinician(), surgery.rosa().id(), ALL);
        RequestId request = cast.request(surgery.practice(), surgery.rosa().id());
        browser.signIn(surgery.clinician());

        Page page = browser.open(patient);
        assertThat(page.html().select("#needs").text())
                .contains("British Sign Language interpreter · Large print · Speaks Polish")
                .contains("Cannot be rung. Use Relay UK: dial 18002 07700 900123.");
        assertThat(page.html().select(".a-invite [data-needs]").text())
                .contains(LINE)
                .contains("Emails go in large print. A text message has no large print.")
                .contains("The invitation is in Polish if your practice has one in Polish.")
                .contains("Add an interpreter to the call after you have sent the invitation.");
        assertThat(page.html().select(".a-write [data-needs]").text())
                .contains(LINE)
                .contains("Nobody translates what you write into Polish.")
                .contains("Write short, plain sentences.");
        for (String tab : new String[] {"?video", "?video&invite"}) {
            assertThat(browser.open("/requests/" + request + tab)
                            .html()
                            .select("[data-needs]")
                            .text())
                    .as(tab)
                    .contains(LINE);
        }
    }

    @Test
    void aTextMessageAloneHasNoLargePrint() {
        Patient grace = cast.patient(surgery.practice(), "Grace", "Lin", "2001-11-30", null, "+447700900345");
        needs.record(surgery.clinician(), grace.id(), new Needs(true, false, false, Optional.empty()));
        browser.signIn(surgery.clinician());
        assertThat(browser.open("/patients/" + grace.id() + "?video")
                        .html()
                        .select(".a-invite [data-needs]")
                        .text())
                .isEqualTo("Needs: Large print A text message has no large print.");
    }

    @Test
    void withoutNeedsNothingIsSaidAndTheFormIsFolded() {
        browser.signIn(surgery.receptionist());
        Page page = browser.open(patient + "?video");
        assertThat(page.html().select("[data-needs]")).isEmpty();
        assertThat(page.html().select("#needs").text()).contains("Nothing recorded", "Record needs");
        assertThat(page.html().select("#needs details[open]")).isEmpty();
    }

    @Test
    void whatIsTickedIsRecordedAndADoublePressIsHarmless() {
        browser.signIn(surgery.receptionist());
        Page form = browser.open(patient);
        Map<String, String> ticked = Map.of("largePrint", "true", "interpreter", "true", "language", "pt");
        for (int press = 0; press < 2; press++) {
            Page recorded = browser.submit(form, "form[action$=/needs]", ticked);
            assertThat(recorded.path()).isEqualTo(patient);
            assertThat(recorded.html().select("#needs").text()).contains("Portuguese interpreter · Large print");
        }
        assertThat(needs.of(surgery.practice(), surgery.rosa().id()))
                .isEqualTo(new Needs(true, false, true, Optional.of(Locale.of("pt"))));
        browser.submit(
                browser.open(patient),
                "form[action$=/needs]",
                Map.of("largePrint", Browser.UNTICK, "interpreter", Browser.UNTICK, "language", ""));
        assertThat(needs.of(surgery.practice(), surgery.rosa().id())).isEqualTo(Needs.NONE);
    }

    @Test
    void aLanguageThatWasNotOfferedIsRefusedAndNothingChanges() {
        browser.signIn(surgery.clinician());
        Page refused = browser.submit(
                browser.open(patient), "form[action$=/needs]", Map.of("language", "tlh", "largePrint", "true"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("#language-error").text()).contains("Choose a language from the list");
        assertThat(refused.html().select("#needs details[open] #largePrint[checked]"))
                .hasSize(1);
        assertThat(needs.of(surgery.practice(), surgery.rosa().id())).isEqualTo(Needs.NONE);
    }

    @Test
    void aLanguageThatOnlyTheClinicalSystemHasStaysWhenTheFormIsSaved() {
        needs.record(
                surgery.clinician(), surgery.rosa().id(), new Needs(false, false, false, Optional.of(Locale.of("sw"))));
        browser.signIn(surgery.clinician());
        browser.submit(browser.open(patient), "form[action$=/needs]", Map.of("largePrint", "true"));
        assertThat(needs.of(surgery.practice(), surgery.rosa().id()))
                .isEqualTo(new Needs(true, false, false, Optional.of(Locale.of("sw"))));
    }

    @Test
    void whoMayNotInviteNeitherSeesNorRecordsThem() {
        needs.record(surgery.clinician(), surgery.rosa().id(), ALL);
        browser.signIn(surgery.manager());
        Page page = browser.open(patient);
        assertThat(page.text()).doesNotContain("Sign Language", "Large print", "Polish");
        assertThat(post(patient, page).status()).isEqualTo(403);
    }

    @Test
    void anotherPracticesPatientIsNotFound() {
        Surgery other = cast.surgery();
        browser.signIn(surgery.clinician());
        assertThat(post("/patients/" + other.rosa().id(), browser.open(patient)).status())
                .isEqualTo(404);
        assertThat(needs.of(other.practice(), other.rosa().id())).isEqualTo(Needs.NONE);
    }

    @Test
    void onTheConsultationAnInterpreterIsAddedAndNamed() {
        needs.record(surgery.clinician(), surgery.rosa().id(), ALL);
        browser.signIn(surgery.clinician());
        Page consultation = browser.submit(browser.open(patient + "?video"), "form.a-invite", Map.of());
        assertThat(consultation.html().select("[data-needs]").text())
                .contains(LINE, "Cannot be rung. Use Relay UK: dial 18002 07700 900123.", "Add an interpreter");
        assertThat(consultation.html().select("a[href^=tel:]").attr("href")).isEqualTo("tel:1800207700900123");
        assertThat(consultation.html().select("a[href^=tel:]").text()).isEqualTo("Ring 18002 07700 900123");
        Page inCall = browser.open(consultation.path() + "/guests/form");
        assertThat(inCall.html().select("#role option[selected]").attr("value")).isEqualTo("INTERPRETER");

        Page form = browser.open(consultation.html().select("[data-needs] a").attr("href"));
        assertThat(form.html().select("#role option[selected]").attr("value")).isEqualTo("INTERPRETER");
        Page refused = browser.submit(form, "main form", Map.of("guestEmail", "ana@interpreters.example"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Enter their name");
        Page added = browser.submit(refused, "main form", Map.of("name", "Ana Costa"));
        assertThat(added.path()).isEqualTo(consultation.path());
        assertThat(added.html().select("[data-needs]").text())
                .contains("Ana Costa is invited to interpret.", "Add another interpreter");
        assertThat(browser.open(consultation.path() + "/guests/form")
                        .html()
                        .select("#role option[selected]")
                        .attr("value"))
                .isEmpty();
    }

    @Test
    void whoInvitesNobodyGetsNoPageToInviteAGuest() {
        browser.signIn(surgery.clinician());
        Page consultation = browser.submit(browser.open(patient + "?video"), "form.a-invite", Map.of());
        Browser manager = browser();
        manager.signIn(surgery.manager());
        assertThat(manager.open(consultation.path() + "/guest").status()).isEqualTo(403);
        Surgery other = cast.surgery();
        Browser stranger = browser();
        stranger.signIn(other.clinician());
        assertThat(stranger.open(consultation.path() + "/guest").status()).isEqualTo(404);
    }

    private Page post(String to, Page from) {
        return browser.post(to + "/needs", Map.of("_csrf", Browser.token(from), "largePrint", "true"));
    }
}
