package uk.anteroom.e2e.bench;

import static uk.anteroom.e2e.people.Patient.GRACE;
import static uk.anteroom.e2e.people.Patient.ROSA;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.anteroom.e2e.people.ClinicalSystem;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.people.DemoPhone;
import uk.anteroom.e2e.people.PatientPhone;
import uk.anteroom.e2e.people.ToolbarSide;
import uk.anteroom.e2e.stage.Desktop;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Window;

/** Takes the pictures of the toolbar in {@code docs/screens}: its states on a screen of 1440 pixels, and on one of twice as many. */
final class ToolbarPictures {

    private static final Path FOLDER = Path.of(System.getProperty("screens", "../docs/screens"));
    private static final int HEIGHT = 112;

    private ToolbarPictures() {}

    public static void main(String[] arguments) throws IOException {
        House house = House.open();
        try (Window surgery = house.surgeryWindow();
                Window home = house.homeWindow()) {
            ClinicianWindow clinician = new ClinicianWindow(surgery.page());
            ClinicalSystem record = new ClinicalSystem(surgery.tab());
            invite(clinician, home);
            take(house, clinician, record, home, 1440, "toolbar", 1);
            take(house, clinician, record, home, 2880, "toolbar-2x", 2);
            take(house, clinician, record, home, 1440, "toolbar-contrast", 1, "--contrast");
            take(house, clinician, record, home, 900, "toolbar-900", 1);
        }
        System.exit(0);
    }

    private static void invite(ClinicianWindow clinician, Window home) {
        clinician.openPatient(ROSA).sendInvitation();
        clinician.page().navigate("/patients");
    }

    /** The first time she says who she is; after that her telephone is known. */
    private static void arrive(Window home) {
        PatientPhone phone = new PatientPhone(home.page());
        phone.open(new DemoPhone(home.tab()).link("email", ROSA.email(), 1));
        if (home.page().getByLabel("Day").isVisible()) {
            phone.confirm(ROSA);
        }
        phone.isInTheWaitingRoom();
    }

    private static void take(
            House house,
            ClinicianWindow clinician,
            ClinicalSystem record,
            Window home,
            int width,
            String name,
            int scale,
            String... flags)
            throws IOException {
        record.close();
        try (ToolbarSide toolbar = ToolbarSide.start(
                Files.createTempDirectory("toolbar"), house.address(), width, 600 * scale, scale, flags)) {
            Desktop desktop = toolbar.desktop();
            desktop.hoverNowhere();
            desktop.finds("label", "Not signed in");
            desktop.photograph(FOLDER.resolve(name + "-signed-out.png"), HEIGHT);
            toolbar.signIn(clinician);
            desktop.hoverNowhere();
            toolbar.seesNobody();
            desktop.photograph(FOLDER.resolve(name + "-nobody.png"), HEIGHT);
            record.open(ROSA);
            toolbar.sees(ROSA);
            desktop.hover("push button", "Video call patient");
            desktop.awaitTip();
            desktop.photograph(FOLDER.resolve(name + "-patient.png"), HEIGHT);
            desktop.hoverNowhere();
            record.open(GRACE);
            toolbar.sees(GRACE);
            arrive(home);
            desktop.awaits(
                    "Rosa",
                    () -> desktop.all().stream().anyMatch(one -> one.name().contains("waiting. Open")));
            desktop.photograph(FOLDER.resolve(name + "-waiting.png"), HEIGHT);
            home.page().navigate("about:blank");
        }
    }
}
