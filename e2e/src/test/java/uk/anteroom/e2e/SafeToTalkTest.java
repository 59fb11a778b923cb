package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;

/** A patient who is not alone. */
@Tag("matrix")
class SafeToTalkTest extends Journey {

    private static final String WEATHER = "https://www.bbc.co.uk/weather";

    private final Accessibility axe = new Accessibility();

    @Test
    void answerReachesTheClinicianAndStaysOffEveryOtherScreen() {
        patient.arrive(inviteByEmail(ROSA), ROSA);
        axe.look("question", patient.page());
        clinician.seesWaiting(ROSA);
        assertThat(clinician.page().locator("[data-talk=no]")).isHidden();

        patient.visible("[data-press=talk-no]").click();

        assertThat(clinician.page().locator("[data-talk=no]")).containsText("Not free to talk");
        axe.look("not free to talk", clinician.page());
        assertThat(patient.page().locator("[data-talk-question]")).isHidden();
        assertThat(patient.page().getByText("Not free to talk")).hasCount(0);
        patient.page().reload();
        patient.isInTheWaitingRoom();
        assertThat(patient.page().locator("[data-handover]").first()).isVisible();
        assertThat(patient.page().locator("[data-talk-question]")).isHidden();
        clinician.admitNobodyAndEnd();
        axe.foundNothing();
    }

    @Test
    void threePressesOfEscapeLeaveNothingAndThePlaceIsKept() {
        String link = inviteByEmail(ROSA);
        home.context()
                .route(
                        WEATHER + "**",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html")
                                .setBody("<title>Weather</title><h1>Weather</h1>")));
        patient.arrive(link, ROSA);
        clinician.seesWaiting(ROSA);

        for (int i = 0; i < 3; i++) {
            patient.page().keyboard().press("Escape");
        }
        patient.page().waitForURL(WEATHER);

        home.waitFor(() -> home.context().cookies().stream().noneMatch(cookie -> cookie.name.equals("__Host-place")));
        patient.page().goBack();
        patient.page().waitForURL(WEATHER);
        clinician.heading("Rosa Whitfield is away").waitFor();

        patient.open(link);
        patient.heading("Video call with Dr Amara Okafor").waitFor();
        patient.confirm(ROSA).isInTheWaitingRoom();
        clinician.seesWaiting(ROSA);
        patient.visible("[data-press=leave]").click();
        patient.page().waitForURL(WEATHER);
        clinician.admitNobodyAndEnd();
    }
}
