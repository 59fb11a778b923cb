package uk.anteroom.e2e.bench;

import static uk.anteroom.e2e.people.Patient.ROSA;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.people.PatientPhone;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Window;

/**
 * From the tap on the link to "You are in the waiting room" on a slow telephone in a slow network, with an empty cache and without the time the person takes to
 * read and type; and until the page's own script has been told by the service that the patient is there.
 */
public final class SlowPhone {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    /** 1.6 Mbit/s, in bytes a second, 150 ms there and back, a processor that takes four times as long. */
    private static final double BYTES_A_SECOND = 200_000;

    private static final int ROUND_TRIP_MS = 150;
    private static final int SLOWER = 4;

    private SlowPhone() {}

    /** Milliseconds. */
    private record Round(long link, long room, long known) {}

    public static void main(String[] arguments) {
        House house = House.open();
        List<Round> rounds = new ArrayList<>();
        try (Window surgery = house.surgeryWindow()) {
            ClinicianWindow clinician = new ClinicianWindow(surgery.page());
            for (int i = 0; i < ROUNDS; i++) {
                try (Visit visit = new Visit(house, clinician).invite()) {
                    rounds.add(play(visit));
                    clinician.seesWaiting(ROSA);
                    clinician.admit();
                    visit.finish();
                }
            }
        }
        House.leave();
        System.out.printf(Locale.UK, "%n%8s %8s %8s %8s%n", "link", "room", "both", "known");
        for (Round round : rounds) {
            System.out.printf(
                    Locale.UK,
                    "%8d %8d %8d %8d   ms%n",
                    round.link(),
                    round.room(),
                    round.link() + round.room(),
                    round.link() + round.known());
        }
    }

    private static Round play(Visit visit) {
        PatientPhone phone = visit.patient;
        slowDown(phone.page());
        long tapped = System.nanoTime();
        phone.open(visit.link());
        long open = ms(tapped);
        phone.fillIn(ROSA);
        long pressed = System.nanoTime();
        phone.press("Continue");
        phone.isInTheWaitingRoom();
        long room = ms(pressed);
        phone.page().locator("[data-confirmed]").waitFor();
        return new Round(open, room, ms(pressed));
    }

    private static void slowDown(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", ROUND_TRIP_MS);
        network.addProperty("downloadThroughput", BYTES_A_SECOND);
        network.addProperty("uploadThroughput", BYTES_A_SECOND);
        session.send("Network.emulateNetworkConditions", network);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        session.send("Emulation.setCPUThrottlingRate", processor);
    }

    private static long ms(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis();
    }
}
