package uk.anteroom.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The demo's clinical system: which patient is open, and what is coded. */
public final class ClinicalSystem {

    private static final String FHIR = "/demo/clinical-system/fhir";
    private static final String CONSULTATION = "https://anteroom.uk/id/consultation";

    private final Page page;

    public ClinicalSystem(Page page) {
        this.page = page;
    }

    public Page page() {
        return page;
    }

    /** Opens the record of a patient. */
    public ClinicalSystem open(Patient patient) {
        page.navigate("/demo/clinical-system");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("^" + patient.fullName()))
                                .setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(patient.fullName())))
                .isVisible();
        return this;
    }

    /** Closes whoever is open. */
    public ClinicalSystem close() {
        page.navigate("/demo/clinical-system");
        Locator close = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close the patient"));
        if (close.isVisible()) {
            close.click();
        }
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("No patient is open")))
                .isVisible();
        return this;
    }

    /** The camera beside the name. */
    public void pressCamera() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Video call patient"))
                .click();
    }

    /** How many video consultations are coded in the open record. */
    public int videoConsultations() {
        return page.locator("tr[data-code='719410009']").count();
    }

    public void awaitVideoConsultations(int count) {
        assertThat(page.locator("tr[data-code='719410009']")).hasCount(count);
    }

    /** How many Encounters carry the identifier of that consultation. */
    public int encounters(String consultation) {
        var answer =
                page.request().get(FHIR + "/Encounter?_format=json&identifier=" + CONSULTATION + "%7C" + consultation);
        var total = Pattern.compile("\"total\":\\s*(\\d+)").matcher(answer.text());
        if (!total.find()) {
            throw new AssertionError("No total in " + answer.text());
        }
        return Integer.parseInt(total.group(1));
    }
}
