package uk.anteroom.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.anteroom.e2e.people.ClinicalSystem;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.people.DemoPhone;
import uk.anteroom.e2e.people.Patient;
import uk.anteroom.e2e.people.PatientPhone;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Place;
import uk.anteroom.e2e.stage.Window;

/** A story that is played in two browsers. Each begins signed out. When it fails, both windows are in target/screenshots. */
abstract class Journey {

    static final Path SCREENSHOTS = Path.of("target/screenshots");

    Window surgery;
    Window home;
    ClinicianWindow clinician;
    PatientPhone patient;
    private boolean broken;

    @RegisterExtension
    final AfterTestExecutionCallback photographer = test -> {
        broken = test.getExecutionException().isPresent();
        if (broken) {
            photograph(getClass().getSimpleName() + "."
                    + test.getRequiredTestMethod().getName());
        }
    };

    @BeforeEach
    void open() {
        surgery = place().surgeryWindow();
        home = place().homeWindow();
        clinician = new ClinicianWindow(surgery.page());
        patient = new PatientPhone(home.page());
    }

    @AfterEach
    void close() {
        surgery.close();
        home.close();
        if (broken) {
            leave();
        }
    }

    /** Where it is played. */
    Place place() {
        return House.open();
    }

    /** After a story that broke off: the next one gets a place of its own. */
    void leave() {
        House.leave();
    }

    /** The demo's telephone, in a tab of its own in the patient's browser. */
    String linkSentTo(String channel, String to, int messages) {
        var tab = home.tab();
        try {
            return new DemoPhone(tab).link(channel, to, messages);
        } finally {
            tab.close();
        }
    }

    int messagesTo(String channel, String to) {
        var tab = home.tab();
        try {
            return new DemoPhone(tab).messages(channel, to);
        } finally {
            tab.close();
        }
    }

    /** The record of a patient, in a tab of its own in the clinician's browser. */
    ClinicalSystem record(Patient whose) {
        return new ClinicalSystem(surgery.tab()).open(whose);
    }

    /** Invites by email, and answers the link. */
    String inviteByEmail(Patient invited) {
        int before = messagesTo("email", invited.email());
        clinician.openPatient(invited).sendInvitation();
        return linkSentTo("email", invited.email(), before + 1);
    }

    /** Invited, arrived and let in. */
    void meet(Patient invited) {
        patient.arrive(inviteByEmail(invited), invited);
        clinician.seesWaiting(invited);
        clinician.admit();
        patient.isIn("live");
    }

    /** The clinician has the patient's record open, else nothing could be coded, and says that it was completed. */
    void complete(Patient whose) {
        var tab = surgery.tab();
        try {
            new ClinicalSystem(tab).open(whose);
        } finally {
            tab.close();
        }
        clinician.press("Consultation completed");
    }

    boolean broken() {
        return broken;
    }

    private void photograph(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            surgery.photograph(SCREENSHOTS, name + ".surgery");
            home.photograph(SCREENSHOTS, name + ".home");
            if (place() instanceof House house) {
                house.keepLog(SCREENSHOTS.resolve(name + ".log"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
