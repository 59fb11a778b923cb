package uk.anteroom.e2e.bench;

import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.people.Tools;
import uk.anteroom.e2e.stage.Camera;
import uk.anteroom.e2e.stage.Drawing;
import uk.anteroom.e2e.stage.Network.Host;
import uk.anteroom.e2e.stage.Trouble;
import uk.anteroom.e2e.stage.Village;
import uk.anteroom.e2e.stage.Window;

/** Takes the pictures of {@code docs/screens}: a real call between two drawn people, in the states that a bad day brings. It needs root. */
public final class Screens {

    private static final Path FOLDER = Path.of(System.getProperty("screens", "../docs/screens"));

    private static final String LONG_NAMES = """
            (name) => {
              for (const shown of document.querySelectorAll('.a-bar__name > span:last-child, h1.a-bar__name:not(:has(span)), .a-name__text'))
                shown.textContent = name;
            }
            """;

    private final Village village = Village.open(Camera.SHARP, Drawing.AMARA, Drawing.ROSA);
    private final Trouble trouble = village.trouble();
    private final Window surgery = village.surgeryWindow();
    private final Visit visit = new Visit(village, new ClinicianWindow(surgery.page()));
    private final Page clinician = surgery.page();
    private final Page patient = visit.patient.page();
    private final Tools amara = new Tools(clinician);
    private final Tools rosa = new Tools(patient);

    private Screens() {}

    public static void main(String[] arguments) {
        Screens screens = new Screens();
        try {
            screens.run();
        } finally {
            screens.visit.close();
            screens.surgery.close();
            Village.leave();
        }
    }

    private void run() {
        visit.invite().arrive();
        visit.clinician.seesWaiting(ROSA);
        visit.clinician.call().isConnected();
        visit.clinician.admit().seesSharply(Camera.SHARP.width() / 2);
        visit.patient.call().seesSharply(Camera.SHARP.width() / 2);
        take("call");
        amara.press("Settings");
        rosa.press("More");
        take("settings");
        amara.press("Settings");
        rosa.press("More");
        muted();
        noCamera();
        byPhone();
        weak();
        lost();
        longNames();
        visit.clinician.end();
    }

    private void muted() {
        for (Tools tools : List.of(amara, rosa)) {
            tools.press("Mute");
        }
        clinician.waitForTimeout(500);
        take("muted");
        for (Tools tools : List.of(amara, rosa)) {
            tools.press("Unmute");
        }
    }

    private void noCamera() {
        for (Tools tools : List.of(amara, rosa)) {
            tools.press("Turn off camera");
        }
        clinician.waitForTimeout(800);
        take("no-camera");
        for (Tools tools : List.of(amara, rosa)) {
            tools.press("Turn on camera");
        }
    }

    private void byPhone() {
        amara.press("Continue by phone");
        rosa.card("by-phone", "goes on by phone");
        take("by-phone");
        amara.press("Back to video");
        visit.clinician.call().seesSharply(Camera.SHARP.width() / 4);
    }

    private void weak() {
        trouble.rate(Host.CLINICIAN, 100);
        clinician.locator("[data-notice=paused]").waitFor(within());
        patient.locator("[data-notice=own-paused]").waitFor(within());
        amara.quality("Rosa’s connection is weak");
        take("weak-network");
        village.mend();
        clinician.locator("[data-notice=paused]").waitFor(gone());
    }

    private void lost() {
        trouble.nothing(Host.PATIENT);
        clinician.locator("[data-card=getting-back]").waitFor(within());
        patient.locator("[data-card=reconnecting]").waitFor(within());
        clinician.waitForTimeout(6_000);
        take("reconnecting");
        village.mend();
        clinician.locator("[data-card=getting-back]").waitFor(gone());
    }

    private void longNames() {
        visit.clinician.call().seesSharply(Camera.SHARP.width() / 4);
        clinician.evaluate(LONG_NAMES, "Wilhelmina-Alexandrina Featherstonehaugh-Cholmondeley of Ravenscourt");
        patient.evaluate(LONG_NAMES, "Dr Olabisi Konstantinopoulos-Featherstonehaugh");
        take("long-names");
    }

    private void take(String state) {
        shoot(clinician, state);
        shoot(patient, "phone-" + state);
    }

    private static void shoot(Page page, String name) {
        // what arrives on the screen moves for a quarter of a second
        page.waitForTimeout(400);
        Path file = FOLDER.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        System.out.println(file);
    }

    private static Locator.WaitForOptions within() {
        return new Locator.WaitForOptions().setTimeout(60_000);
    }

    private static Locator.WaitForOptions gone() {
        return within().setState(WaitForSelectorState.HIDDEN);
    }
}
