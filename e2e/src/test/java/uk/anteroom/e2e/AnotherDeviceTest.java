package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;
import uk.anteroom.e2e.people.PatientPhone;
import uk.anteroom.e2e.people.Tools;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Window;

/** A patient goes on with another device, in the same place and without a date of birth. */
class AnotherDeviceTest extends Journey {

    private final Accessibility axe = new Accessibility();

    @Test
    void squareInTheWaitingRoomLeadsToTheSamePlace() {
        patient.arrive(inviteByEmail(ROSA), ROSA);
        clinician.seesWaiting(ROSA);
        String address = patient.offersAnotherDevice();
        axe.look("another device, offered", patient.page());
        try (Window other = House.open().homeWindow()) {
            PatientPhone second = new PatientPhone(other.page());
            second.open(address);
            second.heading("Go on with your video call here?").waitFor();
            axe.look("another device, opened", other.page());
            assertThat(other.page().url())
                    .as("the secret stays in no address bar")
                    .doesNotContain("#");
            patient.isIn("waiting");

            second.press("Go on here");

            second.isInTheWaitingRoom();
            patient.isIn("elsewhere");
            assertThat(patient.heading("Your call is open somewhere else")).isVisible();
            second.useDevices();
            clinician.admit();
            second.isIn("live");
            second.call().sees(Colour.BLUE).seesMoving();
            clinician.call().sees(Colour.RED).seesMoving();
            clinician.end();
        }
        axe.foundNothing();
    }

    @Test
    @Tag("matrix")
    void lettersTakeTheCallOverOnceTheFirstDeviceSaysYes() {
        meet(ROSA);
        clinician.call().sees(Colour.RED);
        new Tools(patient.page()).press("More");
        patient.offersAnotherDevice();
        String letters = patient.letters();
        axe.look("another device, in the call", patient.page());
        try (Window other = House.open().homeWindow()) {
            PatientPhone second = new PatientPhone(other.page());
            second.open("/another/riv");
            other.page().getByLabel("Code").fill(letters.toLowerCase(java.util.Locale.ROOT));
            second.press("Continue");
            second.heading("Look at your other device").waitFor();
            axe.look("another device, waits", other.page());
            patient.isIn("live");

            patient.visible("[data-press=handover-yes]").click();

            second.isIn("live");
            patient.isIn("elsewhere");
            second.call().sees(Colour.BLUE).seesMoving();
            clinician.call().sees(Colour.RED).seesMoving();
            clinician.end();
        }
        axe.foundNothing();
    }

    @Test
    @Tag("matrix")
    void whoTypesLettersOfSomebodyWhoSaysNoGetsNowhere() {
        patient.arrive(inviteByEmail(ROSA), ROSA);
        patient.offersAnotherDevice();
        String letters = patient.letters();
        try (Window other = House.open().homeWindow()) {
            PatientPhone second = new PatientPhone(other.page());
            second.open("/another/riv");
            other.page().getByLabel("Code").fill("AAA AAA");
            second.press("Continue");
            assertThat(other.page().getByText("This is not a code we know.")).isVisible();
            other.page().getByLabel("Code").fill(letters);
            second.press("Continue");
            patient.visible("[data-press=handover-no]").click();

            second.heading("This did not work").waitFor();
            axe.look("another device, refused", other.page()).foundNothing();
            second.open("/visit").heading("You cannot use this link").waitFor();
            patient.isIn("waiting");
        }
        clinician.admitNobodyAndEnd();
    }
}
