package uk.anteroom.e2e.bench;

import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Page;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.stage.Camera;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Window;

/**
 * How long it takes from the click on Admit to the first remote picture, on whichever side it comes last. Warm: the devices are connected
 * before the click. Cold: the clinician opens the page while the patient waits, and Admit is pressed the moment it shows. They take turns.
 */
public final class Admission {

    private static final int ROUNDS = Integer.getInteger("rounds", 20);

    /** Notes when Admit was pressed and what the connection was then; presses it itself where it is told to. */
    private static final String WATCH = """
            document.addEventListener('click', (event) => {
              if (!event.target.closest('[data-press=admit]')) return;
              window.pressedAt = performance.timeOrigin + event.timeStamp;
              window.connectionThen = window.callConnection()?.connectionState ?? 'none';
            }, true);
            if (sessionStorage.getItem('press-at-once')) {
              const press = () => {
                const button = document.querySelector('[data-press=admit]');
                if (button?.offsetParent) button.click();
                else requestAnimationFrame(press);
              };
              requestAnimationFrame(press);
            }
            """;

    private static final String MARKS = """
            () => {
              const [admitted] = performance.getEntriesByName('anteroom:admitted');
              const [frame] = performance.getEntriesByName('anteroom:first-remote-frame');
              return frame && [admitted, frame].map((mark) => performance.timeOrigin + mark.startTime);
            }
            """;

    /** Milliseconds from the click until this side knew, and until it saw. */
    private record Took(double known, double seen) {}

    private final House house = House.open(Camera.QUICK, Colour.BLUE, Colour.RED);
    private final Window surgery = house.surgeryWindow();
    private final ClinicianWindow clinician = new ClinicianWindow(surgery.page());
    private final List<Double> warm = new ArrayList<>();
    private final List<Double> cold = new ArrayList<>();
    private int connectedTooSoon;

    private Admission() {
        surgery.context().addInitScript(WATCH);
    }

    public static void main(String[] arguments) {
        new Admission().run();
        House.leave();
    }

    private void run() {
        System.out.printf(
                Locale.UK,
                "Load of the machine %.1f, processors %d%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        // the first of each kind is not counted: everything is loaded for the first time
        for (int round = -1; round < ROUNDS; round++) {
            double warmly = warmly();
            double coldly = coldly();
            if (round >= 0) {
                warm.add(warmly);
                cold.add(coldly);
                System.out.printf(Locale.UK, "%2d  warm %5.0f ms  cold %5.0f ms%n", round + 1, warmly, coldly);
            }
        }
        double ratio = percentile(warm, 50) / percentile(cold, 50);
        System.out.printf(Locale.UK, "%nAdmit to first remote picture, both sides, %d of each kind%n", ROUNDS);
        print("warm", warm);
        print("cold", cold);
        System.out.printf(Locale.UK, "warm / cold, p50: %.2f%n", ratio);
        if (connectedTooSoon > 0) {
            System.out.println(connectedTooSoon + " cold ones were connected already when Admit was pressed");
        }
    }

    private double warmly() {
        try (Visit visit = new Visit(house, clinician).invite().arrive()) {
            clinician.seesWaiting(ROSA);
            visit.patient.call().isConnected();
            clinician.call().isConnected();
            clinician.admit();
            return finish(visit);
        }
    }

    private double coldly() {
        Page page = clinician.page();
        try (Visit visit = new Visit(house, clinician).invite()) {
            clinician.goTo("/patients");
            visit.arrive();
            page.evaluate("() => sessionStorage.setItem('press-at-once', 'yes')");
            page.navigate(visit.consultation());
            page.waitForFunction("() => window.pressedAt");
            page.evaluate("() => sessionStorage.removeItem('press-at-once')");
            if ("connected".equals(page.evaluate("() => window.connectionThen"))) {
                connectedTooSoon++;
            }
            return finish(visit);
        }
    }

    private double finish(Visit visit) {
        double pressed = number(clinician.page().evaluate("() => window.pressedAt"));
        Took surgery = took(clinician.page(), pressed);
        Took home = took(visit.patient.page(), pressed);
        System.out.printf(
                Locale.UK,
                "    clinician knows %4.0f, sees %4.0f; patient knows %4.0f, sees %4.0f%n",
                surgery.known,
                surgery.seen,
                home.known,
                home.seen);
        visit.finish();
        return Math.max(surgery.seen, home.seen);
    }

    private static Took took(Page page, double pressed) {
        List<?> marks = (List<?>) page.waitForFunction(MARKS).jsonValue();
        return new Took(number(marks.get(0)) - pressed, number(marks.get(1)) - pressed);
    }

    private static void print(String kind, List<Double> figures) {
        System.out.printf(
                Locale.UK, "%s  p50 %5.0f ms  p95 %5.0f ms%n", kind, percentile(figures, 50), percentile(figures, 95));
    }

    /** By nearest rank. */
    private static double percentile(List<Double> figures, int percent) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
