package uk.anteroom.clinicalsystem;

import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.consultation.RecordedOutcome;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;

/** Gathers what the record must know about a completed consultation. */
@Component
class EncounterDraft {

    private final Consultations consultations;
    private final Patients patients;
    private final Staff staff;
    private final Practices practices;

    EncounterDraft(Consultations consultations, Patients patients, Staff staff, Practices practices) {
        this.consultations = consultations;
        this.patients = patients;
        this.staff = staff;
        this.practices = practices;
    }

    Encounter of(PracticeId practice, ConsultationId id) {
        Consultation consultation = consultations.find(practice, id).orElseThrow();
        Patient patient = patients.find(practice, consultation.patient()).orElseThrow();
        RecordedOutcome outcome = Objects.requireNonNull(consultation.outcome(), "a code without an outcome");
        StaffMember clinician = staff.evenIfLeft(practice, consultation.clinician());
        return new Encounter(
                id.value(),
                SnomedCode.CONSULTATION_VIA_VIDEO_CONFERENCE,
                patient.nhsNumber(),
                clinician.name(),
                clinician.registration(),
                practices.get(practice).odsCode(),
                Objects.requireNonNull(consultation.liveAt(), "completed but never live"),
                Objects.requireNonNull(consultation.endedAt(), "completed but not ended"),
                outcome.at());
    }
}
