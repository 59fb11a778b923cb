package uk.anteroom.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import uk.anteroom.call.ParticipantId;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

@Repository
class WaitingStore {

    /** More than any surgery's chairs; whoever comes after them is on the board when the first have gone. */
    private static final int MOST = 200;

    /** A wait as its row says. */
    record Row(
            ConsultationId consultation,
            PatientId patient,
            StaffId clinician,
            CallId call,
            ParticipantId patientSeat,
            Instant since,
            @Nullable Wish wish,
            @Nullable Instant wishAt,
            @Nullable Instant turnAt,
            @Nullable Instant escalatedAt) {}

    private final JdbcClient jdbc;

    WaitingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Longest wait first. */
    List<Row> waiting(PracticeId practice) {
        return jdbc.sql("""
                        select consultation_id, patient_id, clinician_id, call_id, patient_seat, waiting_at, wish, wish_at, turn_at,
                               escalated_at
                        from consultation
                        where practice_id = :practice and state = 'WAITING' and waiting_at is not null
                        order by waiting_at, consultation_id
                        limit :most
                        """)
                .param("practice", practice.value())
                .param("most", MOST)
                .query((row, n) -> row(row))
                .list();
    }

    /** How long the clinician's running call has run, the one that began last if there are several. */
    Optional<Duration> running(PracticeId practice, StaffId clinician) {
        return jdbc.sql("""
                        select extract(epoch from clock_timestamp() - live_at)
                        from consultation
                        where practice_id = :practice and clinician_id = :clinician and state = 'LIVE' and live_at is not null
                        order by live_at desc
                        limit 1
                        """)
                .param("practice", practice.value())
                .param("clinician", clinician.value())
                .query(Double.class)
                .optional()
                .map(WaitingStore::seconds);
    }

    /** Whether a call of theirs ended so lately that they are about to take the next. */
    boolean endedLately(PracticeId practice, StaffId clinician) {
        return jdbc.sql("""
                        select exists (
                            select 1 from consultation
                            where practice_id = :practice and clinician_id = :clinician and live_at is not null
                              and ended_at > clock_timestamp() - interval '5 minutes')
                        """)
                .param("practice", practice.value())
                .param("clinician", clinician.value())
                .query(Boolean.class)
                .single();
    }

    /** How long the clinician's last calls were. */
    List<Duration> lengths(PracticeId practice, StaffId clinician) {
        return jdbc
                .sql("""
                        select extract(epoch from ended_at - live_at)
                        from consultation
                        where practice_id = :practice and clinician_id = :clinician and live_at is not null and ended_at > live_at
                        order by ended_at desc
                        limit :last
                        """)
                .param("practice", practice.value())
                .param("clinician", clinician.value())
                .param("last", WaitEstimate.LAST)
                .query(Double.class)
                .list()
                .stream()
                .map(WaitingStore::seconds)
                .toList();
    }

    /** The calls of everybody else who waits for the clinician of that call. */
    List<CallId> waitingForClinicianOf(PracticeId practice, CallId call) {
        return jdbc
                .sql("""
                        select w.call_id
                        from consultation c
                        join consultation w on w.practice_id = c.practice_id and w.clinician_id = c.clinician_id
                        where c.practice_id = :practice and c.call_id = :call and w.call_id <> c.call_id and w.state = 'WAITING'
                        """)
                .param("practice", practice.value())
                .param("call", call.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(CallId::new)
                .toList();
    }

    /** The consultation of that call, if somebody who waits for its clinician asked to be told by text and was not yet. */
    Optional<ConsultationId> textsWantedFrom(PracticeId practice, CallId call) {
        return jdbc.sql("""
                        select c.consultation_id
                        from consultation c
                        where c.practice_id = :practice and c.call_id = :call and exists (
                            select 1 from consultation w
                            where w.practice_id = c.practice_id and w.clinician_id = c.clinician_id and w.state = 'WAITING'
                              and w.wish = 'TEXT' and w.turn_at is null)
                        """)
                .param("practice", practice.value())
                .param("call", call.value())
                .query(UUID.class)
                .optional()
                .map(ConsultationId::new);
    }

    /** True if it was another wish before, or none, or they were told since. */
    boolean wish(PracticeId practice, ConsultationId id, Wish wish) {
        return jdbc.sql("""
                        update consultation set wish = :wish, wish_at = clock_timestamp(), turn_at = null
                        where practice_id = :practice and consultation_id = :id and state = 'WAITING'
                          and (wish is distinct from :wish or turn_at is not null)
                        """)
                        .param("wish", wish.name())
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** True if this call is the one that tells them that it is their turn. */
    boolean turn(PracticeId practice, ConsultationId id) {
        return jdbc.sql("""
                        update consultation set turn_at = clock_timestamp()
                        where practice_id = :practice and consultation_id = :id and state = 'WAITING' and wish = 'TEXT'
                          and turn_at is null
                        """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void escalated(PracticeId practice, ConsultationId id) {
        jdbc.sql("""
                update consultation set escalated_at = clock_timestamp()
                where practice_id = :practice and consultation_id = :id and state = 'WAITING' and escalated_at is null
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    private static Duration seconds(Double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static Row row(ResultSet row) throws SQLException {
        String wish = row.getString("wish");
        return new Row(
                new ConsultationId(row.getObject("consultation_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new StaffId(row.getObject("clinician_id", UUID.class)),
                new CallId(row.getObject("call_id", UUID.class)),
                new ParticipantId(row.getObject("patient_seat", UUID.class)),
                row.getObject("waiting_at", OffsetDateTime.class).toInstant(),
                wish == null ? null : Wish.valueOf(wish),
                instant(row, "wish_at"),
                instant(row, "turn_at"),
                instant(row, "escalated_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
