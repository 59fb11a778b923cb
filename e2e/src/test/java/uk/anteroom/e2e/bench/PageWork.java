package uk.anteroom.e2e.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.people.Patient;
import uk.anteroom.e2e.stage.Camera;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.Counted;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Window;

/**
 * How much of a second the pages of a running call keep their main thread busy: our own scripts, style and layout, and everything. Encoding and decoding go on
 * elsewhere and cost far more; they are the browser's.
 */
public final class PageWork {

    private static final int SECONDS = Integer.getInteger("seconds", 30);

    private PageWork() {}

    public static void main(String[] arguments) {
        House house = House.open(Camera.QUICK, new Counted(Colour.BLUE), new Counted(Colour.RED));
        try (Window surgery = house.surgeryWindow();
                Visit visit = new Visit(house, new ClinicianWindow(surgery.page()))) {
            visit.invite().arrive();
            visit.clinician.seesWaiting(Patient.ROSA);
            visit.clinician.admit().seesSharply(Camera.QUICK.width() / 4);
            visit.patient.call().seesSharply(Camera.QUICK.width() / 4);
            CDPSession clinician = watch(visit.clinician.page());
            CDPSession patient = watch(visit.patient.page());
            // the first seconds build what stays
            visit.clinician.page().waitForTimeout(5_000);
            Map<String, Double> clinicianBefore = look(clinician);
            Map<String, Double> patientBefore = look(patient);
            visit.clinician.page().waitForTimeout(SECONDS * 1_000.0);
            System.out.printf(Locale.UK, "Milliseconds of each second, in %d seconds of a call%n", SECONDS);
            print("clinician", clinicianBefore, look(clinician));
            print("patient", patientBefore, look(patient));
            visit.clinician.end();
        }
        House.leave();
    }

    private static CDPSession watch(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("Performance.enable");
        return session;
    }

    private static Map<String, Double> look(CDPSession session) {
        Map<String, Double> metrics = new HashMap<>();
        for (JsonElement metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            JsonObject one = metric.getAsJsonObject();
            metrics.put(one.get("name").getAsString(), one.get("value").getAsDouble());
        }
        return metrics;
    }

    private static void print(String who, Map<String, Double> before, Map<String, Double> after) {
        System.out.printf(
                Locale.UK,
                "%-10s script %5.1f  style and layout %5.1f  all tasks %5.1f%n",
                who,
                spent("ScriptDuration", before, after),
                spent("LayoutDuration", before, after) + spent("RecalcStyleDuration", before, after),
                spent("TaskDuration", before, after));
    }

    private static double spent(String metric, Map<String, Double> before, Map<String, Double> after) {
        double seconds = after.get("Timestamp") - before.get("Timestamp");
        return (after.get(metric) - before.get(metric)) * 1_000 / seconds;
    }
}
