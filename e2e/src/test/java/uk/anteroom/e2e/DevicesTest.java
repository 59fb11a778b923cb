package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.anteroom.e2e.people.PatientPhone;
import uk.anteroom.e2e.people.Tools;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Window;

/** Whatever is wrong with a camera or a microphone, there is a way into the call. */
@Tag("matrix")
class DevicesTest extends Journey {

    /** What a browser answers when the camera cannot be had. Only hardware can be busy; so the answer is given for it. */
    private static final String WITHOUT_CAMERA = """
            const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = (wish) =>
              wish.video ? Promise.reject(new DOMException('', '%s')) : ask(wish);
            """;

    @ParameterizedTest
    @CsvSource({
        "NotReadableError, Another program is using your camera, In use by another program",
        "NotFoundError, We cannot find a camera, None found"
    })
    void whoHasNoCameraTalksAndSees(String error, String says, String clinicianReads) {
        home.context().addInitScript(WITHOUT_CAMERA.formatted(error));
        patient.open(inviteByEmail(ROSA)).confirm(ROSA).isInTheWaitingRoom();
        patient.press("Use camera and microphone");
        patient.heading(says).waitFor();
        clinician.seesNeedsHelp(ROSA);
        clinician.reads(clinicianReads);
        clinician.admit();
        patient.isIn("live");
        patient.call().seesMoving();
        clinician.call().seesThatTheOthersCameraIsOff();
        finish();
    }

    @Test
    void whoAllowsNothingListens() {
        String link = inviteByEmail(ROSA);
        try (Window wary = House.open().waryWindow()) {
            PatientPhone rosa = new PatientPhone(wary.page());
            rosa.open(link).confirm(ROSA).isInTheWaitingRoom();
            rosa.press("Use camera and microphone");
            assertThat(wary.page().locator("[data-panel=problem]")).isVisible();
            rosa.press("Just listen");
            clinician.seesWaiting(ROSA);
            clinician.admit();
            rosa.isIn("live");
            rosa.call().seesMoving();
            clinician.call().seesThatTheOthersCameraIsOff();
            assertThat(wary.page()
                            .getByText("Dr Okafor cannot see or hear you", new Page.GetByTextOptions().setExact(false)))
                    .isVisible();
            finish();
        }
    }

    @Test
    void pictureOfAPhoneThatShowsSomethingElseIsExplained() {
        meet(ROSA);
        patient.page().evaluate("""
                        () => {
                          Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
                          document.dispatchEvent(new Event('visibilitychange'));
                        }
                        """);
        new Tools(clinician.page()).reads("Rosa’s phone shows something else.");
        finish();
    }

    private void finish() {
        clinician.end();
        clinician.press("Consultation unsuccessful");
        clinician.heading("Consultation unsuccessful").waitFor();
    }
}
