package uk.anteroom.e2e.bench;

import static uk.anteroom.e2e.people.Patient.ROSA;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Window;

/**
 * How long it takes from a patient's {@code hello} until a page of the staff has the event of it, and until the clinician's socket has the
 * room: commit included. Browsers sign in and are closed; sockets and stream are opened without them, since they would share the
 * processors with the service.
 */
public final class Arrival {

    private static final int ROUNDS = Integer.getInteger("rounds", 200);
    /** Everything is loaded, and compiled, for the first time. */
    private static final int WARM_UP = 100;

    /** A page that closed without a word is away after 25 s. */
    private static final int AWAY_S = 45;

    private Arrival() {}

    public static void main(String[] arguments) throws InterruptedException {
        House house = House.open();
        Window surgery = house.surgeryWindow();
        ClinicianWindow clinician = new ClinicianWindow(surgery.page());
        try (Visit visit = new Visit(house, clinician).invite()) {
            Page patient = visit.patient.page();
            visit.patient.open(visit.link()).confirm(ROSA).isInTheWaitingRoom();
            Wire staff = new Wire(house.address(), surgery.page());
            Wire home = new Wire(house.address(), patient);
            String consultation = visit.consultation();
            patient.navigate("about:blank");
            surgery.page().navigate("about:blank");
            measure(staff, consultation, home);
        }
        House.leave();
    }

    private static void measure(Wire staff, String consultation, Wire home) throws InterruptedException {
        System.out.printf(
                Locale.UK,
                "Load of the machine %.1f, processors %d%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        Told stream = new Told();
        Told room = new Told();
        staff.listen("/arrivals", line -> {
            if (line.startsWith("data:")) {
                stream.says(line.contains("is waiting"));
            }
        });
        Member clinician = new Member(staff, consultation + "/pass", message -> {
            if (message.get("t").getAsString().equals("snapshot")) {
                room.says(patientIsHere(message));
            }
        });
        clinician.hello();
        Thread keeper = Thread.ofVirtual().start(() -> keepThere(clinician));
        // whoever comes back before they are missed is no news
        stream.await(false);
        room.await(false);
        List<Double> toStream = new ArrayList<>();
        List<Double> toRoom = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            Member patient = new Member(home, "/visit/pass", message -> {});
            long said = patient.hello();
            long heard = room.await(true);
            long told = stream.await(true);
            if (round >= 0) {
                toStream.add((told - said) / 1e6);
                toRoom.add((heard - said) / 1e6);
            }
            patient.leave();
            room.await(false);
            stream.await(false);
            patient.hangUp();
        }
        keeper.interrupt();
        print("any staff page, event stream", toStream);
        print("clinician's page, socket", toRoom);
    }

    private static void keepThere(Member clinician) {
        try {
            for (; ; ) {
                clinician.ping();
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean patientIsHere(JsonObject snapshot) {
        for (JsonElement one : snapshot.getAsJsonArray("participants")) {
            JsonObject seat = one.getAsJsonObject();
            if (seat.get("role").getAsString().equals("patient")) {
                return seat.get("presence").getAsString().equals("here");
            }
        }
        return false;
    }

    /** What was heard last, and when the answer changed. */
    private static final class Told {

        private boolean here = true;
        private long at;

        synchronized void says(boolean now) {
            if (now != here) {
                here = now;
                at = System.nanoTime();
                notifyAll();
            }
        }

        /** When that began to be so. */
        synchronized long await(boolean wanted) throws InterruptedException {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(AWAY_S);
            while (here != wanted) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("Nobody said whether the patient is here");
                }
                TimeUnit.NANOSECONDS.timedWait(this, until - System.nanoTime());
            }
            return at;
        }
    }

    private static void print(String what, List<Double> figures) {
        System.out.printf(
                Locale.UK,
                "hello to %s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, %d rounds%n",
                what,
                percentile(figures, 50),
                percentile(figures, 95),
                percentile(figures, 99),
                figures.size());
    }

    /** By nearest rank. */
    private static double percentile(List<Double> figures, int percent) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.size()) - 1));
    }
}
