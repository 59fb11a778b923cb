package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.GRACE;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.anteroom.e2e.people.ClinicalSystem;
import uk.anteroom.e2e.people.ToolbarSide;
import uk.anteroom.e2e.stage.House;

/** Two clicks from the record: the toolbar in a real window, beside the clinical system in a browser. */
class ToolbarTest extends Journey {

    @TempDir
    Path folder;

    private ToolbarSide toolbar;
    private ClinicalSystem record;

    @BeforeEach
    void start() {
        record = new ClinicalSystem(surgery.tab()).close();
        toolbar = ToolbarSide.start(folder, place().address());
    }

    @AfterEach
    void quit() {
        toolbar.close();
        record.close();
    }

    @Test
    void cameraLeadsFromTheRecordToThePatientPageAndNobodyStaleIsEverShown() throws Exception {
        toolbar.signIn(clinician);
        toolbar.seesNobody();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("config/anteroom/token"))))
                .isEqualTo("rw-------");

        record.open(ROSA);
        toolbar.sees(ROSA);
        // a browser that nobody is signed in at, and in which no page asks for anything
        Page page = surgery.page();
        page.navigate("about:blank");
        surgery.context().clearCookies();
        page.navigate(toolbar.pressCamera());
        page.waitForURL(Pattern.compile(".*/patients/[0-9a-f-]{36}\\?video$"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(ROSA.fullName())))
                .isVisible();
        assertThat(clinician.videoCallIsSelected()).isTrue();
        assertThat(page.locator("#record-check")).hasText("Same patient open in the clinical system");
        assertThat(page.getByText("Dr Amara Okafor").first()).isVisible();

        record.open(GRACE);
        toolbar.sees(GRACE);
        assertThat(page.locator("#record-check")).hasText("Grace Lin is open in the clinical system");
        record.close();
        toolbar.seesNobody();
        assertThat(page.locator("#record-check")).hasText("No patient open in the clinical system");

        record.open(ROSA);
        toolbar.sees(ROSA);
        House.open().killDemo();
        toolbar.seesThatItIsNotConnected();
        House.open().startDemo();
        toolbar.sees(ROSA);
    }

    @Test
    void whoeverWaitsIsShownAndOneClickOpensTheConsultation() {
        toolbar.signIn(clinician);
        toolbar.reads("Nobody is waiting");
        patient.arrive(inviteByEmail(ROSA), ROSA);
        String consultation = clinician.consultation();
        surgery.page().navigate("/patients");
        toolbar.readsWaiting(ROSA);
        clinician.goTo(toolbar.pressWaiting(ROSA));
        surgery.page().waitForURL(Pattern.compile(".*/consultations/" + consultation + "$"));
        clinician.seesWaiting(ROSA);
        clinician.admit();
        toolbar.reads("Nobody is waiting");
        clinician.end();
        clinician.press("Consultation unsuccessful");
        clinician.heading("Consultation unsuccessful").waitFor();
    }

    @Test
    void whoeverIsSignedInStaysSoUntilTheyEndIt() {
        toolbar.signIn(clinician);
        toolbar.restart();
        toolbar.seesNobody();
        clinician.goTo("/settings/programs");
        // the newest stands first
        surgery.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End Anteroom toolbar"))
                .first()
                .click();
        toolbar.isSignedOut();
        assertThat(folder.resolve("config/anteroom/token")).doesNotExist();
    }
}
