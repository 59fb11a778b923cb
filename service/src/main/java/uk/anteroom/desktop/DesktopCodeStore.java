package uk.anteroom.desktop;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

/** Programs that ask. The one store without a practice in its queries: nobody knows it yet, and the table holds nothing personal. */
@Repository
class DesktopCodeStore {

    enum Answer {
        NONE,
        REFUSED,
        CONNECTED
    }

    record Asking(ProgramKind kind, Instant askedAt, byte[] askedFrom) {}

    record Waiting(Answer answer, boolean tooSoon) {}

    /** Who answered. */
    record Whose(PracticeId practice, StaffId staff) {}

    private final JdbcClient jdbc;

    DesktopCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void forgetDead() {
        jdbc.sql("delete from desktop_code where dies_at < clock_timestamp()").update();
    }

    void add(byte[] device, byte[] user, ProgramKind kind, byte[] askedFrom, Duration lasts, Duration interval) {
        jdbc.sql("""
                insert into desktop_code (device_hash, user_code_hash, kind, asked_from, dies_at, poll_seconds)
                values (:device, :user, :kind, :from, clock_timestamp() + make_interval(secs => :lasts), :interval)
                """)
                .param("device", device)
                .param("user", user)
                .param("kind", kind.name())
                .param("from", askedFrom)
                .param("lasts", lasts.toSeconds())
                .param("interval", interval.toSeconds())
                .update();
    }

    Optional<Asking> asking(byte[] user) {
        return jdbc.sql("""
                        select kind, asked_at, asked_from from desktop_code
                        where user_code_hash = :user and answer is null and dies_at > clock_timestamp()
                        """)
                .param("user", user)
                .query((row, n) -> new Asking(
                        ProgramKind.valueOf(row.getString("kind")),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getBytes("asked_from")))
                .optional();
    }

    /** True if nobody had answered before. */
    boolean answer(byte[] user, PracticeId practice, StaffId staff, boolean yes) {
        return jdbc.sql("""
                        update desktop_code set answer = :answer, practice_id = :practice, staff_id = :staff
                        where user_code_hash = :user and answer is null and dies_at > clock_timestamp()
                        """)
                        .param("answer", yes ? Answer.CONNECTED.name() : Answer.REFUSED.name())
                        .param("practice", practice.value())
                        .param("staff", staff.value())
                        .param("user", user)
                        .update()
                == 1;
    }

    /** Notes that it asks, and whether that was too soon, for which it waits five seconds longer from now on (RFC 8628, 3.5). */
    Optional<Waiting> poll(byte[] device, ProgramKind kind) {
        return jdbc.sql("""
                        update desktop_code
                        set polled_at = clock_timestamp(),
                            poll_seconds = case when old.early then old.poll_seconds + 5 else old.poll_seconds end
                        from (select device_hash, poll_seconds,
                                     -- a tenth of the time may have been spent on the way
                                     coalesce(clock_timestamp() < polled_at + make_interval(secs => poll_seconds * 0.9), false) as early
                              from desktop_code where device_hash = :device for update) as old
                        where desktop_code.device_hash = old.device_hash and kind = :kind and dies_at > clock_timestamp()
                        returning coalesce(answer, 'NONE') as answer, old.early
                        """)
                .param("device", device)
                .param("kind", kind.name())
                .query((row, n) -> new Waiting(Answer.valueOf(row.getString("answer")), row.getBoolean("early")))
                .optional();
    }

    /** Takes the answer and forgets the code. */
    Optional<Whose> spend(byte[] device) {
        return jdbc.sql("""
                        delete from desktop_code where device_hash = :device and answer is not null
                        returning practice_id, staff_id
                        """)
                .param("device", device)
                .query((row, n) -> new Whose(
                        new PracticeId(row.getObject("practice_id", UUID.class)),
                        new StaffId(row.getObject("staff_id", UUID.class))))
                .optional();
    }
}
