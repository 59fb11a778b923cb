package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static uk.anteroom.e2e.people.Patient.GRACE;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.people.PatientPhone;
import uk.anteroom.e2e.stage.Controls;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Window;

/** A patient who would rather be rung: everybody who could ring knows it, and with which number. */
@Tag("matrix")
class RingMeTest extends Journey {

    private static final String WISH = "Asks to be rung: 07700 900123";
    private static final String GRACES_NUMBER = "07700 900346";

    private final Accessibility axe = new Accessibility();

    @Test
    void whoseCameraIsBlockedIsRung() {
        String link = inviteByEmail(ROSA);
        try (Window wary = House.open().waryWindow()) {
            PatientPhone rosa = new PatientPhone(wary.page());
            rosa.open(link).confirm(ROSA).isInTheWaitingRoom();
            new Controls(wary.page()).allow("denied");
            rosa.press("Use camera and microphone");
            rosa.heading("Your camera is blocked").waitFor();

            rosa.visible("[data-panel=problem] [data-press=ring]").click();

            assertThat(rosa.visible("[data-ring=done]")).containsText("The surgery knows that you want a phone call.");
            axe.look("ring me, blocked", wary.page());
            clinician.seesNeedsHelp(ROSA);
            asksToBeRung(clinician.page(), surgery.tab());
        }
        clinician.admitNobodyAndEnd();
        axe.foundNothing();
    }

    @Test
    void whoWaitsForSomebodyLateIsRung() {
        assumeTrue(System.getProperty("anteroom.demo.address") == null, "changes what is stored");
        int before = messagesTo("sms", GRACES_NUMBER);
        clinician.openPatient(GRACE).typeNumber(GRACES_NUMBER).sendInvitation();
        try (Window graces = place().homeWindow()) {
            PatientPhone grace = new PatientPhone(graces.page());
            grace.arrive(linkSentTo("sms", GRACES_NUMBER, before + 1), GRACE);
            clinician.seesWaiting(GRACE);
            clinician.admit();
            grace.isIn("live");
            ClinicianWindow other = new ClinicianWindow(surgery.tab());
            int letters = messagesTo("email", ROSA.email());
            other.openPatient(ROSA).sendInvitation();
            patient.open(linkSentTo("email", ROSA.email(), letters + 1))
                    .confirm(ROSA)
                    .isInTheWaitingRoom();
            assertThat(patient.page().locator("[data-patience=late]")).containsText("You are next.");

            patient.page().getByText("Change to a phone call").click();
            patient.press("Save my choice");

            assertThat(patient.page().locator("[data-wait-saved=ring]"))
                    .containsText("Dr Okafor will ring you. Keep your phone near you.");
            axe.look("ring me, late", patient.page());
            asksToBeRung(other.page(), surgery.tab());
            clinician.end();
            other.admitNobodyAndEnd();
        }
        axe.foundNothing();
    }

    /** The consultation's page, with a button that rings; and the board. */
    private void asksToBeRung(Page consultation, Page board) {
        Locator wish = consultation.locator("#callback").first();
        assertThat(wish).containsText(WISH);
        assertThat(wish.getByText("Ring now")).hasAttribute("href", "tel:07700900123");
        axe.look("consultation, asks to be rung", consultation);
        board.navigate("/waiting");
        assertThat(board.locator("#board tbody tr")
                        .filter(new Locator.FilterOptions().setHasText("Rosa Whitfield"))
                        .first())
                .containsText(WISH);
        axe.look("board, asks to be rung", board);
        board.close();
    }
}
