package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.Window;

@Tag("matrix")
class AfterCallTest extends Journey {

    private final Accessibility axe = new Accessibility();

    @Test
    void patientSaysHowItWasAndTheManagerSeesItCounted() {
        try (Window office = place().surgeryWindow()) {
            Page reports = manager(office);
            int met = figure(reports, "Met");
            int bad = figure(reports, "Not so good");
            int sound = figure(reports, "Sound");
            meet(ROSA);
            clinician.call().sees(Colour.RED);
            clinician.end();

            patient.isIn("ended");
            patient.heading("How was the video call?").waitFor();
            axe.look("ended, asked", patient.page());
            patient.press("Not so good");
            assertThat(choice("Not so good")).hasAttribute("aria-pressed", "true");
            patient.press("Sound");
            assertThat(choice("Sound")).hasAttribute("aria-pressed", "true");
            axe.look("ended, answered", patient.page());
            complete(ROSA);
            clinician.reads("Saved to the record at");
            patient.open("/visit").heading("The video call has ended").waitFor();
            assertThat(choice("Sound")).hasAttribute("aria-pressed", "true");
            axe.look("over, answered", patient.page());

            reports.reload();
            axe.look("reports", reports);
            assertThat(figure(reports, "Met")).isEqualTo(met + 1);
            assertThat(figure(reports, "Not so good")).isEqualTo(bad + 1);
            assertThat(figure(reports, "Sound")).isEqualTo(sound + 1);
            reports.getByText("The same figures as a table").click();
            assertThat(reports.getByText("Week from")).isVisible();
            axe.look("reports, figures of the chart", reports);
            axe.foundNothing();
        }
    }

    private Page manager(Window office) {
        Page page = office.page();
        page.navigate("/sign-in");
        page.getByLabel("Email address").fill("priya.nair@riverside.example");
        page.getByLabel("Password").fill("anteroom-demo-1");
        ClinicianWindow window = new ClinicianWindow(page);
        window.press("Sign in");
        window.link("Reports").click();
        window.heading("Reports").waitFor();
        return page;
    }

    /** None on a page that says nothing of it yet. */
    private static int figure(Page reports, String name) {
        Locator figures = reports.locator("dl > div:has(> dt:text-is('" + name + "'))");
        return figures.count() == 0
                ? 0
                : Integer.parseInt(figures.locator("dd").innerText().strip().replaceAll("(?s)\\D.*", ""));
    }

    private Locator choice(String name) {
        return patient.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
