package uk.anteroom.staffweb;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.guard.RecordAgreement;
import uk.anteroom.guard.WrongPatientGuard;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;

/** Says in words that the clinical system has somebody else open than the patient of a consultation. */
@Component
class WrongPatient {

    /**
     * The bar.
     *
     * @param other the first sentence: who is open
     * @param mine who the consultation is with
     * @param event names what was seen, for whoever settles it
     * @param action where settling is posted to
     */
    record Bar(String other, String mine, String settle, String event, String action) {}

    private final WrongPatientGuard guard;
    private final Patients patients;
    private final MessageSource messages;

    WrongPatient(WrongPatientGuard guard, Patients patients, MessageSource messages) {
        this.guard = guard;
        this.patients = patients;
        this.messages = messages;
    }

    /** Null where nothing is wrong. */
    @Nullable Bar bar(StaffMember by, Consultation consultation) {
        return guard.check(by, consultation) instanceof RecordAgreement.Another(String event, Patient other)
                ? bar(by, consultation, event, other)
                : null;
    }

    private Bar bar(StaffMember by, Consultation consultation, String event, @Nullable Patient other) {
        Patient mine = patients.find(by.practice(), consultation.patient()).orElseThrow();
        return new Bar(
                other == null ? say("guard.stranger") : say("guard.another", other.name()),
                say(consultation.endedAt() == null ? "guard.talking" : "guard.talked", nameAndBirth(mine)),
                say("guard.settle", mine.name()),
                event,
                "/consultations/" + consultation.id() + "/record-check");
    }

    private static String nameAndBirth(Patient patient) {
        DateOfBirth born = patient.born();
        return born == null ? patient.name() : patient.name() + ", " + born.shown();
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.UK);
    }
}
