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

@Tag("matrix")
class CardTest extends Journey {

    private final Accessibility axe = new Accessibility();

    @Test
    void clinicianSendsTheStepsAndTheyStayUntilTheyAreClosed() {
        String link = inviteByEmail(ROSA);
        try (Window wary = House.open().waryWindow()) {
            PatientPhone rosa = new PatientPhone(wary.page());
            rosa.open(link).confirm(ROSA).isInTheWaitingRoom();
            new Controls(wary.page()).allow("denied");
            rosa.press("Use camera and microphone");
            clinician.seesNeedsHelp(ROSA);
            clinician.reads("Chrome on an Android phone: camera blocked");
            axe.look("needs help", clinician.page());

            clinician.press("Show Rosa how");

            var card = wary.page().locator("[data-help-card]");
            assertThat(card).containsText("Dr Okafor sends you these steps");
            assertThat(card).containsText("Tap the sign at the left of the address");
            assertThat(wary.page().locator("[data-help-steps] li").locator("visible=true"))
                    .hasCount(4);
            clinician.reads("Rosa sees the steps now.");
            axe.look("card", wary.page()).look("card sent", clinician.page());

            wary.page().reload();
            assertThat(card).containsText("Set Camera and Microphone to Allow");
            rosa.press("Close these steps");
            assertThat(card).isHidden();
            assertThat(clinician.page().locator("[data-stuck-sent]")).isHidden();
        }
        axe.foundNothing();
        clinician.admitNobodyAndEnd();
    }

    @Test
    void clinicianTakesTheStepsAway() {
        String link = inviteByEmail(ROSA);
        try (Window wary = House.open().waryWindow()) {
            PatientPhone rosa = new PatientPhone(wary.page());
            rosa.open(link).confirm(ROSA).isInTheWaitingRoom();
            new Controls(wary.page()).allow("denied");
            rosa.press("Use camera and microphone");
            clinician.seesNeedsHelp(ROSA);
            clinician.press("Show Rosa how");
            assertThat(wary.page().locator("[data-help-card]")).isVisible();

            clinician.press("Take the steps away");

            assertThat(wary.page().locator("[data-help-card]")).isHidden();
        }
        clinician.admitNobodyAndEnd();
    }
}
