package uk.anteroom.clinicalsystem;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.consultation.RecordedOutcome;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;

/** Gathers what the record must know about an entry. */
@Component
class EntryDraft {

    private final Consultations consultations;
    private final Patients patients;
    private final Staff staff;
    private final Practices practices;
    // asked late: writers belong to rooms that file documents themselves
    private final ObjectProvider<DocumentWriter> writers;

    EntryDraft(
            Consultations consultations,
            Patients patients,
            Staff staff,
            Practices practices,
            ObjectProvider<DocumentWriter> writers) {
        this.consultations = consultations;
        this.patients = patients;
        this.staff = staff;
        this.practices = practices;
        this.writers = writers;
    }

    /** Empty if the document was deleted meanwhile. Called outside of any transaction. */
    Optional<Writing> of(PracticeId practice, Entry entry) {
        return entry.consultation() == null
                ? ofPatient(practice, entry)
                : ofConsultation(
                        consultations.find(practice, entry.consultation()).orElseThrow(), entry);
    }

    private Optional<Writing> ofConsultation(Consultation consultation, Entry entry) {
        PracticeId practice = consultation.practice();
        NhsNumber patient = number(practice, consultation.patient());
        Author author = author(practice, consultation.clinician());
        return entry.code() == null
                ? filed(practice, entry, consultation.id().value(), patient, author)
                : Optional.of(encounter(consultation, entry.code(), patient, author));
    }

    private Optional<Writing> ofPatient(PracticeId practice, Entry entry) {
        PatientId patient = Objects.requireNonNull(entry.patient(), "of no consultation and no patient");
        StaffId by = Objects.requireNonNull(entry.requestedBy(), "nobody is answerable");
        return filed(practice, entry, null, number(practice, patient), author(practice, by));
    }

    private Optional<Writing> filed(
            PracticeId practice, Entry entry, @Nullable UUID consultation, NhsNumber patient, Author author) {
        return document(practice, entry)
                .map(document -> new Writing.Filed(
                        entry.subject(), consultation, document, patient, author, entry.requestedAt()));
    }

    private NhsNumber number(PracticeId practice, PatientId patient) {
        return patients.find(practice, patient).orElseThrow().nhsNumber();
    }

    private Author author(PracticeId practice, StaffId by) {
        return Author.of(staff.evenIfLeft(practice, by), practices.get(practice).odsCode());
    }

    private static Writing encounter(Consultation consultation, SnomedCode code, NhsNumber patient, Author author) {
        RecordedOutcome outcome = Objects.requireNonNull(consultation.outcome(), "a code without an outcome");
        return new Writing.Encounter(
                consultation.id().value(),
                code,
                patient,
                author,
                Objects.requireNonNull(consultation.liveAt(), "completed but never live"),
                Objects.requireNonNull(consultation.endedAt(), "completed but not ended"),
                outcome.at());
    }

    private Optional<Document> document(PracticeId practice, Entry entry) {
        return writers.stream()
                .filter(writer -> writer.kind().equals(entry.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody gives documents of kind " + entry.kind()))
                .write(practice, entry.subject());
    }
}
