package uk.anteroom.e2e.bench;

import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import uk.anteroom.e2e.people.CallSide;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.stage.Camera;
import uk.anteroom.e2e.stage.Drawing;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Window;

/** Takes the pictures of {@code docs/pictures} from a real call between two drawn people. */
public final class Pictures {

    private static final Path FOLDER = Path.of(System.getProperty("pictures", "../docs/pictures"));

    private Pictures() {}

    public static void main(String[] arguments) {
        House house = House.open(Camera.SHARP, Drawing.AMARA, Drawing.ROSA);
        try (Window surgery = house.surgeryWindow();
                Visit visit = new Visit(house, new ClinicianWindow(surgery.page()))) {
            ClinicianWindow clinician = visit.clinician;
            take("patient-page", clinician.openPatient(ROSA).page());
            visit.invite().arrive();
            clinician.seesWaiting(ROSA);
            visit.patient.call().isConnected();
            visit.patient.page().locator("[data-patience=here]").waitFor();
            clinician.seesStepDone("Waiting");
            take("waiting", clinician.page());
            take("phone-waiting", visit.patient.page());
            CallSide atSurgery = clinician.admit();
            // a busy machine may never send the full width
            atSurgery.seesSharply(Camera.SHARP.width() / 2);
            take("call", clinician.page());
            clinician.end();
            take("ended", clinician.page());
            clinician.press("Consultation unsuccessful");
        }
        House.leave();
    }

    private static void take(String name, Page page) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
        System.out.println(FOLDER.resolve(name + ".png"));
    }
}
