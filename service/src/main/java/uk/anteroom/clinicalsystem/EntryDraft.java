package uk.anteroom.clinicalsystem;

import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.consultation.RecordedOutcome;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.Staff;

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

    /** Empty if the document was deleted meanwhile. */
    Optional<Writing> of(PracticeId practice, Entry entry) {
        Consultation consultation =
                consultations.find(practice, entry.consultation()).orElseThrow();
        NhsNumber patient =
                patients.find(practice, consultation.patient()).orElseThrow().nhsNumber();
        Author author = Author.of(
                staff.evenIfLeft(practice, consultation.clinician()),
                practices.get(practice).odsCode());
        return entry.code() == null
                ? document(practice, entry)
                        .map(document -> new Writing.Filed(
                                entry.subject(),
                                entry.consultation().value(),
                                document,
                                patient,
                                author,
                                entry.requestedAt()))
                : Optional.of(encounter(consultation, entry.code(), patient, author));
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
