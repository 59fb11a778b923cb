package uk.anteroom.attempt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.call.CallId;
import uk.anteroom.call.Figures;
import uk.anteroom.call.ParticipantReported;
import uk.anteroom.call.ParticipantRole;
import uk.anteroom.kernel.PracticeId;

/** The rows of attempts. Whoever calls holds the call's own row, so that no two number or end an attempt at once. */
@Repository
class AttemptStore {

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the last word of a page. */
    void report(ParticipantReported event) {
        Figures f = event.figures();
        jdbc.sql("""
                insert into attempt_report (practice_id, participant_id, session_id, call_id, connected_ms, first_frame_ms,
                    path, transport, codec, score, restarts, renewals, lost_ms, weak_ms, paused_ms, relay)
                values (:practice, :participant, :session, :call, :connectedMs, :firstFrameMs,
                    :path, :transport, :codec, :score, :restarts, :renewals, :lostMs, :weakMs, :pausedMs, :relay)
                on conflict (practice_id, participant_id, session_id) do update
                set connected_ms = excluded.connected_ms, first_frame_ms = excluded.first_frame_ms, path = excluded.path,
                    transport = excluded.transport, codec = excluded.codec, score = excluded.score,
                    restarts = excluded.restarts, renewals = excluded.renewals, lost_ms = excluded.lost_ms,
                    weak_ms = excluded.weak_ms, paused_ms = excluded.paused_ms, relay = excluded.relay
                """)
                .param("practice", event.practice().value())
                .param("participant", event.participant().value())
                .param("session", event.session())
                .param("call", event.call().value())
                .param("connectedMs", whole(f.connectedMs()))
                .param("firstFrameMs", whole(f.firstFrameMs()))
                .param("path", name(f.path()))
                .param("transport", name(f.transport()))
                .param("codec", f.codec())
                .param("score", f.score())
                .param("restarts", f.restarts())
                .param("renewals", f.renewals())
                .param("lostMs", whole(f.lostMs()))
                .param("weakMs", whole(f.weakMs()))
                .param("pausedMs", whole(f.pausedMs()))
                .param("relay", name(f.relay()))
                .update();
    }

    List<Report> reports(PracticeId practice, CallId call) {
        return jdbc.sql("""
                select p.role, r.connected_ms, r.first_frame_ms, r.path, r.transport, r.codec, r.score, r.restarts,
                    r.renewals, r.lost_ms, r.weak_ms, r.paused_ms, r.relay
                from attempt_report r
                join participant p on p.practice_id = r.practice_id and p.participant_id = r.participant_id
                where r.practice_id = :practice and r.call_id = :call
                order by r.first_at, r.session_id
                """)
                .param("practice", practice.value())
                .param("call", call.value())
                .query((row, n) -> report(row))
                .list();
    }

    void forgetReports(PracticeId practice, CallId call) {
        jdbc.sql("delete from attempt_report where practice_id = :practice and call_id = :call")
                .param("practice", practice.value())
                .param("call", call.value())
                .update();
    }

    /** Makes sure that an attempt is running. */
    void begin(PracticeId practice, CallId call) {
        jdbc.sql("""
                insert into call_attempt (practice_id, call_id, number)
                select :practice, :call, coalesce(max(number), 0) + 1
                from call_attempt
                where practice_id = :practice and call_id = :call
                on conflict (practice_id, call_id) where ended_at is null do nothing
                """)
                .param("practice", practice.value())
                .param("call", call.value())
                .update();
    }

    void reopened(PracticeId practice, CallId call) {
        running("update call_attempt set reopened_at = clock_timestamp()", practice, call);
    }

    void byPhone(PracticeId practice, CallId call) {
        running("update call_attempt set phone_at = coalesce(phone_at, clock_timestamp())", practice, call);
    }

    private void running(String update, PracticeId practice, CallId call) {
        jdbc.sql(update + " where practice_id = :practice and call_id = :call and ended_at is null")
                .param("practice", practice.value())
                .param("call", call.value())
                .update();
    }

    /** When the running attempt began, if it is not the first of its call. */
    Optional<Instant> reopenedAt(PracticeId practice, CallId call) {
        return jdbc.sql("""
                        select reopened_at from call_attempt
                        where practice_id = :practice and call_id = :call and ended_at is null and reopened_at is not null
                        """)
                .param("practice", practice.value())
                .param("call", call.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Ends the running attempt. */
    void end(PracticeId practice, CallId call, Reason reason, Measured measured) {
        jdbc.sql("""
                update call_attempt
                set ended_at = clock_timestamp(), reason = :reason, connected_ms = :connectedMs,
                    first_frame_ms = :firstFrameMs, path = :path, transport = :transport, codec = :codec,
                    restarts = :restarts, lost_ms = :lostMs, patient_weak_ms = :patientWeakMs,
                    clinician_weak_ms = :clinicianWeakMs
                where practice_id = :practice and call_id = :call and ended_at is null
                """)
                .param("reason", reason.name())
                .param("connectedMs", measured.connectedMs())
                .param("firstFrameMs", measured.firstFrameMs())
                .param("path", name(measured.path()))
                .param("transport", name(measured.transport()))
                .param("codec", measured.codec())
                .param("restarts", measured.restarts())
                .param("lostMs", measured.lostMs())
                .param("patientWeakMs", measured.patientWeakMs())
                .param("clinicianWeakMs", measured.clinicianWeakMs())
                .param("practice", practice.value())
                .param("call", call.value())
                .update();
    }

    /** The attempt of a call that ended last. */
    Optional<Attempt> last(PracticeId practice, CallId call) {
        return jdbc.sql("""
                select number, reason, phone_at, connected_ms, first_frame_ms, path, transport, codec, restarts, lost_ms,
                    patient_weak_ms, clinician_weak_ms
                from call_attempt
                where practice_id = :practice and call_id = :call and ended_at is not null
                order by number desc
                limit 1
                """)
                .param("practice", practice.value())
                .param("call", call.value())
                .query((row, n) -> attempt(row))
                .optional();
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        OffsetDateTime phoneAt = row.getObject("phone_at", OffsetDateTime.class);
        return new Attempt(
                row.getInt("number"),
                Reason.valueOf(row.getString("reason")),
                phoneAt == null ? null : phoneAt.toInstant(),
                new Measured(
                        row.getObject("connected_ms", Long.class),
                        row.getObject("first_frame_ms", Long.class),
                        constant(Figures.Path.class, row.getString("path")),
                        constant(Figures.Transport.class, row.getString("transport")),
                        row.getString("codec"),
                        row.getInt("restarts"),
                        row.getLong("lost_ms"),
                        row.getLong("patient_weak_ms"),
                        row.getLong("clinician_weak_ms")));
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                ParticipantRole.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                new Figures(
                        milliseconds(row, "connected_ms"),
                        milliseconds(row, "first_frame_ms"),
                        constant(Figures.Path.class, row.getString("path")),
                        constant(Figures.Transport.class, row.getString("transport")),
                        row.getString("codec"),
                        row.getObject("score", Integer.class),
                        row.getObject("restarts", Integer.class),
                        row.getObject("renewals", Integer.class),
                        milliseconds(row, "lost_ms"),
                        milliseconds(row, "weak_ms"),
                        milliseconds(row, "paused_ms"),
                        constant(Figures.Relay.class, row.getString("relay"))));
    }

    private static @Nullable Double milliseconds(ResultSet row, String column) throws SQLException {
        Long value = row.getObject(column, Long.class);
        return value == null ? null : (Double) value.doubleValue();
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> kind, @Nullable String name) {
        return name == null ? null : Enum.valueOf(kind, name);
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static @Nullable Long whole(@Nullable Double value) {
        return value == null ? null : (Long) Math.round(value);
    }
}
