package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;
import uk.anteroom.e2e.people.PatientPhone;
import uk.anteroom.e2e.stage.Controls;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Window;

/** A browser whose owner answers its questions: no, nothing at all, and yes in the end. */
@Tag("matrix")
class PermissionTest extends Journey {

    private final Accessibility axe = new Accessibility();

    @Test
    void whoSaidNoReadsTheStepsOfThisBrowserAndComesInAfterThem() {
        String link = inviteByEmail(ROSA);
        try (Window wary = House.open().waryWindow()) {
            PatientPhone rosa = asks(wary, link, "denied");
            rosa.heading("Your camera is blocked").waitFor();
            assertThat(wary.page().locator("[data-panel=problem] [data-help-steps] li"))
                    .hasText(new String[] {
                        "Tap the sign at the left of the address",
                        "Tap Permissions",
                        "Set Camera and Microphone to Allow",
                        "Come back here and tap Try again"
                    });
            axe.look("blocked", wary.page()).foundNothing();
            clinician.seesNeedsHelp(ROSA);
            clinician.reads("Chrome on an Android phone: camera blocked");
            axe.look("needs help", clinician.page()).foundNothing();
            new Controls(wary.page()).allow("granted");
            rosa.press("Try again");
            assertThat(wary.page().locator("[data-panel=own]")).isVisible();
            assertThat(wary.page().locator("[data-panel=problem]")).isHidden();
            assertThat(clinician.page().locator("[data-stuck]")).isHidden();
            clinician.seesWaiting(ROSA);
        }
        finish();
    }

    @Test
    void whoClosedTheQuestionIsToldThatItComesAgain() {
        String link = inviteByEmail(ROSA);
        try (Window wary = House.open().waryWindow()) {
            PatientPhone rosa = asks(wary, link, "prompt");
            rosa.heading("You closed the question").waitFor();
            clinician.seesNeedsHelp(ROSA);
            clinician.reads("Chrome on an Android phone: the question was closed");
            axe.look("closed", wary.page()).foundNothing();
        }
        finish();
    }

    @Test
    void whoAsksToBeRungIsNeverLeftWithoutAnAnswer() {
        String link = inviteByEmail(ROSA);
        try (Window wary = House.open().waryWindow()) {
            PatientPhone rosa = asks(wary, link, "denied");
            wary.context().route("**/visit/wish", route -> route.abort());
            rosa.heading("Your camera is blocked").waitFor();
            wary.page().locator("[data-panel=problem] [data-press=ring]").click();
            assertThat(rosa.visible("[data-ring=failed]")).containsText("01632 960123");
        }
        finish();
    }

    private static PatientPhone asks(Window wary, String link, String setting) {
        PatientPhone rosa = new PatientPhone(wary.page());
        rosa.open(link).confirm(ROSA).isInTheWaitingRoom();
        new Controls(wary.page()).allow(setting);
        rosa.press("Use camera and microphone");
        return rosa;
    }

    private void finish() {
        clinician.admitNobodyAndEnd();
    }
}
