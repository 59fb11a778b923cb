package uk.anteroom.e2e;

import static uk.anteroom.e2e.people.Patient.ROSA;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import uk.anteroom.e2e.people.CallSide;
import uk.anteroom.e2e.stage.Place;
import uk.anteroom.e2e.stage.Trouble;
import uk.anteroom.e2e.stage.Village;

/** A story in which something happens to the network. What it measured is added to target/network.txt. */
@Tag("network")
abstract class NetworkJourney extends Journey {

    private static final Path MEASURED = Path.of("target/network.txt");

    CallSide atSurgery;
    CallSide atHome;

    @Override
    Place place() {
        return Village.open();
    }

    @Override
    void leave() {
        Village.leave();
    }

    @AfterEach
    void mend() {
        Village.open().mend();
    }

    Trouble trouble() {
        return Village.open().trouble();
    }

    /** Rosa and Dr Okafor are in a call and see each other move. */
    void meet() {
        meet(ROSA);
        atSurgery = clinician.call();
        atHome = patient.call();
        everybodySeesMoving();
    }

    void everybodySeesMoving() {
        atSurgery.seesMoving();
        atHome.seesMoving();
    }

    /** Ends it, so that the next story finds nobody in a call. */
    void part() {
        clinician.end();
        clinician.press("Consultation unsuccessful");
        clinician.heading("Consultation unsuccessful").waitFor();
    }

    static void note(String what, Duration took) {
        note("%s: %.1f s".formatted(what, took.toMillis() / 1000.0));
    }

    static void note(String line) {
        System.out.println(line);
        try {
            Files.writeString(MEASURED, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
