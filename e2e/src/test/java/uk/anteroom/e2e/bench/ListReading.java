package uk.anteroom.e2e.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Window;

/**
 * How long a reading of a practice list takes: everybody for the first time, everybody again, a tenth of them changed, and only what has changed.
 * From the press on the button to the page that says that it is done.
 */
public final class ListReading {

    private static final int PATIENTS = Integer.getInteger("patients", 10_000);

    private ListReading() {}

    public static void main(String[] arguments) {
        House house = House.open("--patients", Integer.toString(PATIENTS));
        System.out.printf(
                Locale.UK,
                "Load of the machine %.1f, processors %d, patients %,d%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors(),
                PATIENTS);
        try (Window window = house.surgeryWindow()) {
            Page page = window.page();
            ClinicianWindow manager = new ClinicianWindow(page);
            page.navigate("/sign-in");
            page.getByLabel("Email address").fill("priya.nair@riverside.example");
            page.getByLabel("Password").fill("anteroom-demo-1");
            manager.press("Sign in");
            page.navigate("/settings/practice-list");
            read("first reading, everybody is bound to a record", manager, page);
            read("again, nothing has changed", manager, page);
            house.changeRecord("""
                    update record_patient set mobile = '+447700900999', updated_at = clock_timestamp()
                    where patient_id in (select patient_id from record_patient where place is null order by patient_id limit %d)
                    """.formatted(PATIENTS / 10));
            read("again, a tenth has changed", manager, page);
        }
        House.leave();
    }

    private static void read(String what, ClinicianWindow manager, Page page) {
        long since = System.nanoTime();
        manager.press("Read the list now");
        Locator done = page.locator("#reading .a-note--good");
        Locator running = page.locator("#reading[data-live]");
        while (running.count() > 0 || done.count() == 0) {
            page.waitForTimeout(50);
            page.navigate("/settings/practice-list");
        }
        System.out.printf(
                Locale.UK,
                "%-48s %.1f s: %s%n",
                what,
                (System.nanoTime() - since) / 1e9,
                page.locator("#reading .a-counts").innerText().replaceAll("\\s+", " "));
    }
}
