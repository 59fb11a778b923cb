package uk.anteroom.e2e.bench;

import static uk.anteroom.e2e.people.Patient.GRACE;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import uk.anteroom.e2e.people.CallSide;
import uk.anteroom.e2e.people.ClinicalSystem;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.people.DemoPhone;
import uk.anteroom.e2e.people.GuestPage;
import uk.anteroom.e2e.people.PatientPhone;
import uk.anteroom.e2e.people.PeoplePanel;
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
                Window guests = house.guestWindow(Camera.SHARP, Drawing.AMARA);
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
            try (Page board = surgery.tab()) {
                board.navigate("/waiting");
                board.locator("#board").waitFor();
                take("board", board);
            }
            CallSide atSurgery = clinician.admit();
            // a busy machine may never send the full width
            atSurgery.seesSharply(Camera.SHARP.width() / 2);
            take("call", clinician.page());
            join(clinician, visit.patient.page(), guests.page());
            askForAPhoto(clinician.page(), visit.patient);
            try (Page tab = surgery.tab()) {
                new ClinicalSystem(tab).open(GRACE);
            }
            clinician.page().locator("#wrong-patient .a-stagebar").waitFor();
            take("wrong-patient", clinician.page());
            try (Page tab = surgery.tab()) {
                new ClinicalSystem(tab).close();
            }
            clinician.end();
            take("ended", clinician.page());
            clinician.press("Consultation unsuccessful");
            clinician.heading("Consultation unsuccessful").waitFor();
            clinician.goTo("/reports");
            take("reports", clinician.page());
        }
        House.leave();
    }

    private static void join(ClinicianWindow clinician, Page phone, Page laptop) {
        PeoplePanel people = new PeoplePanel(clinician.page());
        people.invite("COLLEAGUE", "Kim Novak", "practice nurse", "kim.novak@mail.example");
        try (Page tab = clinician.page().context().newPage()) {
            new GuestPage(laptop, "Kim Novak").arrive(new DemoPhone(tab).guestLink("kim.novak@mail.example"));
        }
        people.reads("Kim Novak", "Waiting to be let in");
        take("someone-waits", clinician.page());
        people.press("Admit", "Kim Novak");
        people.reads("Kim Novak", "In the call");
        clinician.page().keyboard().press("Escape");
        clinician.page().locator(".a-guest video:not([hidden])").waitFor();
        // the first frames are small
        clinician.page().waitForTimeout(4_000);
        take("three", clinician.page());
        take("phone-three", phone);
    }

    private static void askForAPhoto(Page desk, PatientPhone patient) {
        desk.locator(".a-rail [data-press=photos]").click();
        desk.getByLabel("What of?").selectOption("ARM");
        desk.locator("#photos form button").click();
        patient.page().getByText("asks for a photo of your left arm").waitFor();
        take("phone-photo-asked", patient.page());
        patient.press("I agree, take a photo");
        patient.page().locator("[data-photo] video").waitFor();
        patient.page().waitForTimeout(2_000);
        take("phone-photo-frame", patient.page());
        patient.press("Take the photo");
        patient.press("Send this photo");
        desk.locator("#photos img").waitFor();
        desk.waitForTimeout(1_000);
        take("photo", desk);
        patient.press("Close");
    }

    private static void take(String name, Page page) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
        System.out.println(FOLDER.resolve(name + ".png"));
    }
}
