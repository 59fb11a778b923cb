package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;
import static uk.anteroom.e2e.people.Patient.TOM;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;
import uk.anteroom.e2e.people.ClinicalSystem;
import uk.anteroom.e2e.people.ClinicianWindow;

/** A clinical system that speaks SMART App Launch opens Anteroom at the patient it has open: the whole code flow, in a browser. */
class SmartLaunchTest extends Journey {

    @Test
    void firstLaunchAsksWhoItIsAndTheNextOnesGoStraightToThePatient() {
        Accessibility axe = new Accessibility();
        Page record = new ClinicalSystem(surgery.tab()).open(ROSA).page();
        record.getByText("SMART launch").click();
        record.waitForURL(Pattern.compile(".*/sign-in"));
        new ClinicianWindow(record).signIn();
        assertThat(record).hasURL(Pattern.compile(".*/launched$"));
        axe.look("who are you", record).foundNothing();
        record.getByText("Yes, I am Dr Amara Okafor").click();
        isAtThePatientPage(record, "Rosa Whitfield");

        surgery.context().clearCookies();
        Page again = new ClinicalSystem(surgery.tab()).open(TOM).page();
        again.getByText("SMART launch").click();
        isAtThePatientPage(again, "Tom Adeyemi");
        assertThat(again.url()).doesNotContain("Adeyemi", "999", "1988");
    }

    private static void isAtThePatientPage(Page page, String name) {
        assertThat(page).hasURL(Pattern.compile(".*/patients/[0-9a-f-]{36}\\?video$"));
        assertThat(page.getByText(name).first()).isVisible();
        assertThat(page.getByLabel("Video call patient")).isChecked();
    }
}
