package uk.anteroom.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.call.CallId;
import uk.anteroom.call.Calls;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;
import uk.anteroom.request.RequestId;

@Repository
class ConsultationStore {

    private static final String SELECT = """
            select c.practice_id, c.consultation_id, c.patient_id, c.request_id, c.clinician_id, c.call_id, c.clinician_seat,
                   c.patient_seat, c.state, c.opened_by, c.opened_at, c.identity_confirmed_at, c.identity_by, c.waiting_at,
                   c.live_at, c.ended_at, c.by_phone, o.outcome, o.reason, o.recorded_by, o.recorded_at, o.taken_back_at
            from consultation c
            left join consultation_outcome o on o.practice_id = c.practice_id and o.consultation_id = c.consultation_id
            """;

    private final JdbcClient jdbc;

    ConsultationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if the patient has an open consultation, also if a racing transaction opened it. */
    boolean add(
            PracticeId practice,
            ConsultationId id,
            PatientId patient,
            @Nullable RequestId request,
            StaffId clinician,
            CallId call,
            ParticipantId clinicianSeat,
            ParticipantId patientSeat,
            StaffId by) {
        return jdbc.sql("""
                        insert into consultation (practice_id, consultation_id, patient_id, request_id, clinician_id, call_id,
                                                  clinician_seat, patient_seat, opened_by)
                        values (:practice, :id, :patient, :request, :clinician, :call, :clinicianSeat, :patientSeat, :by)
                        on conflict (practice_id, patient_id) where state in ('INVITED', 'WAITING', 'LIVE') do nothing
                        """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("patient", patient.value())
                        .param("request", request == null ? null : request.value(), Types.OTHER)
                        .param("clinician", clinician.value())
                        .param("call", call.value())
                        .param("clinicianSeat", clinicianSeat.value())
                        .param("patientSeat", patientSeat.value())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    Optional<Consultation> find(PracticeId practice, ConsultationId id) {
        return jdbc.sql(SELECT + "where c.practice_id = :practice and c.consultation_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> consultation(row))
                .optional();
    }

    /**
     * As {@link #find}, and keeps others from changing it until the transaction ends. Locked first and read after: a join in the locking statement
     * would show the outcome as it was before the wait. The call is locked before all, as the sockets do.
     */
    Optional<Consultation> findForUpdate(PracticeId practice, ConsultationId id, Calls calls) {
        find(practice, id).ifPresent(consultation -> calls.hold(practice, consultation.call()));
        return locked(practice, "consultation_id = :key", id.value()).flatMap(found -> find(practice, found));
    }

    Optional<Consultation> ofCall(PracticeId practice, CallId call) {
        return locked(practice, "call_id = :key", call.value()).flatMap(found -> find(practice, found));
    }

    Optional<Consultation> openOf(PracticeId practice, PatientId patient) {
        return locked(practice, "patient_id = :key and state in ('INVITED', 'WAITING', 'LIVE')", patient.value())
                .flatMap(found -> find(practice, found));
    }

    private Optional<ConsultationId> locked(PracticeId practice, String which, UUID key) {
        return jdbc.sql("select consultation_id from consultation where practice_id = :practice and " + which
                        + " for update")
                .param("practice", practice.value())
                .param("key", key)
                .query(UUID.class)
                .optional()
                .map(ConsultationId::new);
    }

    /** One of that patient; nobody else's. */
    Optional<Consultation> find(PracticeId practice, PatientId patient, ConsultationId id) {
        return jdbc.sql(SELECT
                        + "where c.practice_id = :practice and c.patient_id = :patient and c.consultation_id = :id")
                .param("practice", practice.value())
                .param("patient", patient.value())
                .param("id", id.value())
                .query((row, n) -> consultation(row))
                .optional();
    }

    List<Consultation> ofPatient(PracticeId practice, PatientId patient) {
        return jdbc.sql(SELECT + """
                where c.practice_id = :practice and c.patient_id = :patient
                order by c.opened_at desc limit 20
                """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .query((row, n) -> consultation(row))
                .list();
    }

    /** Those that need somebody: ended without an outcome first, then waiting, live and invited. */
    List<Consultation> current(PracticeId practice) {
        return jdbc.sql(SELECT + """
                where c.practice_id = :practice and c.state in ('INVITED', 'WAITING', 'LIVE', 'ENDED') and o.outcome is null
                order by case c.state when 'ENDED' then 0 when 'WAITING' then 1 when 'LIVE' then 2 else 3 end,
                         coalesce(c.waiting_at, c.opened_at)
                limit 50
                """)
                .param("practice", practice.value())
                .query((row, n) -> consultation(row))
                .list();
    }

    /** From now on it answers that request. */
    void answers(PracticeId practice, ConsultationId id, RequestId request) {
        jdbc.sql("""
                update consultation set request_id = :request
                where practice_id = :practice and consultation_id = :id and request_id is null
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("request", request.value())
                .update();
    }

    /** Nobody has shown who they are any more. */
    void identityDoubted(PracticeId practice, ConsultationId id) {
        jdbc.sql("""
                update consultation set identity_confirmed_at = null, identity_by = null
                where practice_id = :practice and consultation_id = :id and state in ('INVITED', 'WAITING')
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    void identityConfirmed(PracticeId practice, ConsultationId id, IdentityProof by) {
        jdbc.sql("""
                update consultation set identity_confirmed_at = clock_timestamp(), identity_by = :by
                where practice_id = :practice and consultation_id = :id
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("by", by.name())
                .update();
    }

    /** Moves it on if it is in that state; true if it was. */
    boolean waiting(PracticeId practice, ConsultationId id) {
        return move(practice, id, "state = 'WAITING', waiting_at = clock_timestamp()", "state = 'INVITED'");
    }

    boolean live(PracticeId practice, ConsultationId id) {
        return move(
                practice,
                id,
                "state = 'LIVE', live_at = coalesce(live_at, clock_timestamp())",
                "state in ('INVITED', 'WAITING')");
    }

    boolean ended(PracticeId practice, ConsultationId id) {
        return move(
                practice,
                id,
                "state = 'ENDED', ended_at = clock_timestamp()",
                "state in ('INVITED', 'WAITING', 'LIVE')");
    }

    boolean reopened(PracticeId practice, ConsultationId id) {
        return move(
                practice,
                id,
                "state = case when live_at is not null then 'LIVE' when waiting_at is not null then 'WAITING' else 'INVITED' end, ended_at = null, by_phone = false",
                "state = 'ENDED'");
    }

    boolean cancelled(PracticeId practice, ConsultationId id) {
        return move(
                practice, id, "state = 'CANCELLED', ended_at = clock_timestamp()", "state in ('INVITED', 'WAITING')");
    }

    boolean expired(PracticeId practice, ConsultationId id) {
        return move(practice, id, "state = 'EXPIRED', ended_at = clock_timestamp()", "state = 'INVITED'");
    }

    boolean heldBy(PracticeId practice, ConsultationId id, StaffId clinician) {
        return jdbc.sql("""
                        update consultation set clinician_id = :clinician
                        where practice_id = :practice and consultation_id = :id and clinician_id <> :clinician
                        """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("clinician", clinician.value())
                        .update()
                == 1;
    }

    /** True if this call recorded it; the primary key lets only the first one in. */
    boolean decide(
            PracticeId practice, ConsultationId id, Outcome outcome, @Nullable UnsuccessfulReason reason, StaffId by) {
        return jdbc.sql("""
                        insert into consultation_outcome (practice_id, consultation_id, outcome, reason, recorded_by)
                        values (:practice, :id, :outcome, :reason, :by)
                        on conflict (practice_id, consultation_id) do nothing
                        """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("outcome", outcome.name())
                        .param("reason", reason == null ? null : reason.name())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    void reason(PracticeId practice, ConsultationId id, UnsuccessfulReason reason) {
        jdbc.sql("""
                update consultation_outcome set reason = :reason
                where practice_id = :practice and consultation_id = :id and outcome = 'UNSUCCESSFUL'
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("reason", reason.name())
                .update();
    }

    /** Goes on by telephone, or by video again. */
    void byPhone(PracticeId practice, ConsultationId id, boolean byPhone) {
        jdbc.sql("""
                update consultation set by_phone = :byPhone
                where practice_id = :practice and consultation_id = :id
                """)
                .param("byPhone", byPhone)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    /** True if this call took it back: a completed one, once, and in time. */
    boolean takeBack(PracticeId practice, ConsultationId id, StaffId by, Duration undoFor) {
        return jdbc.sql("""
                        update consultation_outcome set taken_back_at = clock_timestamp(), taken_back_by = :by
                        where practice_id = :practice and consultation_id = :id and outcome = 'COMPLETED' and taken_back_at is null
                          and recorded_at > clock_timestamp() - :seconds * interval '1 second'
                        """)
                        .param("by", by.value())
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("seconds", undoFor.toSeconds())
                        .update()
                == 1;
    }

    private boolean move(PracticeId practice, ConsultationId id, String to, String from) {
        return jdbc.sql("update consultation set " + to
                                + " where practice_id = :practice and consultation_id = :id and " + from)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static Consultation consultation(ResultSet row) throws SQLException {
        UUID request = row.getObject("request_id", UUID.class);
        String proof = row.getString("identity_by");
        return new Consultation(
                new PracticeId(row.getObject("practice_id", UUID.class)),
                new ConsultationId(row.getObject("consultation_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                request == null ? null : new RequestId(request),
                new StaffId(row.getObject("clinician_id", UUID.class)),
                new CallId(row.getObject("call_id", UUID.class)),
                new ParticipantId(row.getObject("clinician_seat", UUID.class)),
                new ParticipantId(row.getObject("patient_seat", UUID.class)),
                ConsultationState.valueOf(row.getString("state")),
                new StaffId(row.getObject("opened_by", UUID.class)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "identity_confirmed_at"),
                proof == null ? null : IdentityProof.valueOf(proof),
                instant(row, "waiting_at"),
                instant(row, "live_at"),
                instant(row, "ended_at"),
                row.getBoolean("by_phone"),
                outcome(row));
    }

    private static @Nullable RecordedOutcome outcome(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        String reason = row.getString("reason");
        return outcome == null
                ? null
                : new RecordedOutcome(
                        Outcome.valueOf(outcome),
                        reason == null ? null : UnsuccessfulReason.valueOf(reason),
                        new StaffId(row.getObject("recorded_by", UUID.class)),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        instant(row, "taken_back_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
