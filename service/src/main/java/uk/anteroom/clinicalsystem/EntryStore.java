package uk.anteroom.clinicalsystem;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

@Repository
class EntryStore {

    private static final String COLUMNS =
            " kind, subject_id, consultation_id, patient_id, requested_by, code, state, tries, problem, reference, requested_at,"
                    + " saved_at, taken_back_at ";
    /** A list longer than this needs somebody who repairs the clinical system, not a longer list. */
    private static final int LONGEST_LIST = 200;

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the practice's clinical system answers, if it has one. */
    Optional<URI> clinicalSystem(PracticeId practice) {
        return jdbc.sql("select fhir_base_url from clinical_system where practice_id = :practice")
                .param("practice", practice.value())
                .query(String.class)
                .optional()
                .map(URI::create);
    }

    /** True if this call asked for it first. */
    boolean request(
            PracticeId practice,
            ConsultationId consultation,
            String kind,
            UUID subject,
            @Nullable SnomedCode code,
            @Nullable StaffId by) {
        return jdbc.sql("""
                        insert into record_entry (practice_id, subject_id, kind, consultation_id, code, requested_by)
                        values (:practice, :subject, :kind, :consultation, :code, :by)
                        on conflict (practice_id, subject_id) do nothing
                        """)
                        .param("practice", practice.value())
                        .param("subject", subject)
                        .param("kind", kind)
                        .param("consultation", consultation.value())
                        .param("code", code == null ? null : code.code())
                        .param("by", by == null ? null : by.value(), Types.OTHER)
                        .update()
                == 1;
    }

    /** The same for a document that belongs to no consultation. */
    boolean request(PracticeId practice, PatientId patient, String kind, UUID subject, StaffId by) {
        return jdbc.sql("""
                        insert into record_entry (practice_id, subject_id, kind, patient_id, requested_by)
                        values (:practice, :subject, :kind, :patient, :by)
                        on conflict (practice_id, subject_id) do nothing
                        """)
                        .param("practice", practice.value())
                        .param("subject", subject)
                        .param("kind", kind)
                        .param("patient", patient.value())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    Optional<Entry> find(PracticeId practice, UUID subject) {
        return jdbc.sql("select" + COLUMNS
                        + "from record_entry where practice_id = :practice and subject_id = :subject")
                .param("practice", practice.value())
                .param("subject", subject)
                .query((row, n) -> entry(row))
                .optional();
    }

    /** All of a consultation, its code first, then in the order in which they were asked for. */
    List<Entry> of(PracticeId practice, ConsultationId consultation) {
        return jdbc.sql("select" + COLUMNS + """
                from record_entry
                where practice_id = :practice and consultation_id = :consultation
                order by code nulls last, requested_at, subject_id
                """)
                .param("practice", practice.value())
                .param("consultation", consultation.value())
                .query((row, n) -> entry(row))
                .list();
    }

    /** All of a patient that belong to no consultation. */
    List<Entry> of(PracticeId practice, PatientId patient) {
        return jdbc.sql("select" + COLUMNS + """
                from record_entry
                where practice_id = :practice and patient_id = :patient
                order by requested_at, subject_id
                """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .query((row, n) -> entry(row))
                .list();
    }

    /** Those that somebody must do by hand, the longest overdue first. */
    List<Entry> failed(PracticeId practice) {
        return jdbc.sql("select" + COLUMNS + """
                from record_entry
                where practice_id = :practice and state = 'FAILED'
                order by ended_at limit :limit
                """)
                .param("practice", practice.value())
                .param("limit", LONGEST_LIST)
                .query((row, n) -> entry(row))
                .list();
    }

    int countFailed(PracticeId practice) {
        return jdbc.sql("select count(*) from record_entry where practice_id = :practice and state = 'FAILED'")
                .param("practice", practice.value())
                .query(Integer.class)
                .single();
    }

    /** Takes one that is owed so out of the door, counting the try before it is made: after a crash we know that we do not know. */
    Optional<Entry> takeOut(PracticeId practice, UUID subject, Entry.State owed) {
        return jdbc.sql("""
                update record_entry set tries = tries + 1
                where practice_id = :practice and subject_id = :subject and state = :owed
                returning
                """ + COLUMNS)
                .param("practice", practice.value())
                .param("subject", subject)
                .param("owed", owed.name())
                .query((row, n) -> entry(row))
                .optional();
    }

    /** The clinical system has it. One that was taken back while it was under way stays to be retracted. */
    void saved(PracticeId practice, UUID subject, String reference) {
        settle(practice, subject, Entry.State.PENDING, """
                state = 'SAVED', problem = null, reference = :said, saved_at = clock_timestamp()
                """, reference);
    }

    void retracted(PracticeId practice, UUID subject, String reference) {
        settle(practice, subject, Entry.State.RETRACTING, """
                state = 'RETRACTED', problem = null, reference = :said, ended_at = clock_timestamp()
                """, reference);
    }

    void notYet(PracticeId practice, UUID subject, Entry.State owed, EntryProblem problem) {
        settle(practice, subject, owed, "problem = :said", problem.name());
    }

    void failed(PracticeId practice, UUID subject, Entry.State owed, EntryProblem problem) {
        settle(
                practice,
                subject,
                owed,
                "state = 'FAILED', problem = :said, ended_at = clock_timestamp()",
                problem.name());
    }

    /** There is nothing to write, or nothing to retract. */
    void withdrawn(PracticeId practice, UUID subject, Entry.State owed) {
        settle(practice, subject, owed, "state = 'WITHDRAWN', problem = :said, ended_at = clock_timestamp()", null);
    }

    private void settle(PracticeId practice, UUID subject, Entry.State owed, String set, @Nullable String said) {
        jdbc.sql("update record_entry set " + set
                        + " where practice_id = :practice and subject_id = :subject and state = :owed")
                .param("practice", practice.value())
                .param("subject", subject)
                .param("owed", owed.name())
                .param("said", said)
                .update();
    }

    /**
     * Takes one back. One that was never handed over, or that the clinical system has surely not kept, is withdrawn here and now; any other must be
     * retracted there. Answers the state it has now; empty if it cannot be taken back any more.
     */
    Optional<Entry.State> takeBack(PracticeId practice, UUID subject, StaffId by) {
        return jdbc.sql("""
                update record_entry
                set state = case when state = 'PENDING' and tries = 0 or state = 'FAILED' and problem in (:nothingKept)
                                 then 'WITHDRAWN' else 'RETRACTING' end,
                    tries = 0, problem = null, taken_back_at = clock_timestamp(), taken_back_by = :by
                where practice_id = :practice and subject_id = :subject and state in ('PENDING', 'SAVED', 'FAILED')
                returning state
                """)
                .param("practice", practice.value())
                .param("subject", subject)
                .param("by", by.value())
                .param(
                        "nothingKept",
                        List.of(EntryProblem.values()).stream()
                                .filter(EntryProblem::nothingKept)
                                .map(Enum::name)
                                .toList())
                .query(String.class)
                .optional()
                .map(Entry.State::valueOf);
    }

    /** True if this call noted it. */
    boolean byHand(PracticeId practice, UUID subject) {
        return jdbc.sql("""
                        update record_entry set state = 'BY_HAND', ended_at = clock_timestamp()
                        where practice_id = :practice and subject_id = :subject and state = 'FAILED'
                        """)
                        .param("practice", practice.value())
                        .param("subject", subject)
                        .update()
                == 1;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String problem = row.getString("problem");
        String code = row.getString("code");
        UUID consultation = row.getObject("consultation_id", UUID.class);
        UUID patient = row.getObject("patient_id", UUID.class);
        UUID by = row.getObject("requested_by", UUID.class);
        return new Entry(
                row.getString("kind"),
                row.getObject("subject_id", UUID.class),
                consultation == null ? null : new ConsultationId(consultation),
                patient == null ? null : new PatientId(patient),
                by == null ? null : new StaffId(by),
                code == null ? null : SnomedCode.of(code),
                Entry.State.valueOf(row.getString("state")),
                row.getInt("tries"),
                problem == null ? null : EntryProblem.valueOf(problem),
                row.getString("reference"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instant(row, "saved_at"),
                instant(row, "taken_back_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
