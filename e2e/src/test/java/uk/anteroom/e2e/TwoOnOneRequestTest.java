package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.stage.Window;

/** Two of the staff have the same request open. */
class TwoOnOneRequestTest extends Journey {

    private static final String REQUEST = "Not sleeping since my operation";

    @Test
    void theySeeEachOtherWithinASecondAndTheSecondToCompleteItIsToldWhoWasFirst() {
        clinician.goTo("/requests");
        clinician.link(REQUEST).click();
        clinician.heading(REQUEST).waitFor();
        try (Window second = place().surgeryWindow()) {
            ClinicianWindow receptionist = new ClinicianWindow(second.page());
            Page desk = receptionist.page();
            desk.navigate("/sign-in");
            desk.getByLabel("Email address").fill("sam.whitlock@riverside.example");
            desk.getByLabel("Password").fill("anteroom-demo-1");
            receptionist.press("Sign in");
            Locator row = desk.locator("tr").filter(new Locator.FilterOptions().setHasText(REQUEST));
            assertThat(row).containsText("Dr Okafor is looking");
            receptionist.link(REQUEST).click();
            receptionist.heading(REQUEST).waitFor();

            Locator seen = clinician.page().locator("#request-head");
            assertThat(seen).containsText("Sam Whitlock is looking at this too", within(1_000));
            assertThat(desk.locator("#request-head")).containsText("Dr Amara Okafor is looking at this too");

            receptionist.press("Complete request");
            assertThat(desk.locator("#request-head")).containsText("Completed by You");
            assertThat(seen).containsText("Completed by Sam Whitlock", within(1_000));
            clinician.press("Complete request");
            clinician.reads("Somebody was first.");
            clinician.reads("Completed by Sam Whitlock");

            desk.navigate("/requests");
            assertThat(clinician.page().locator("#request-head"))
                    .not()
                    .containsText("is looking", new ContainsTextOptions().setTimeout(1_000));
            assertThat(row).hasCount(0);
        }
        clinician.press("Reopen request");
        assertThat(clinician.page().getByText("Complete request").count()).isEqualTo(1);
    }

    private static ContainsTextOptions within(int milliseconds) {
        return new ContainsTextOptions().setTimeout(milliseconds);
    }
}
