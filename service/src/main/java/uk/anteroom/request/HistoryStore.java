package uk.anteroom.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

@Repository
class HistoryStore {

    private final JdbcClient jdbc;

    HistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** It came, when it came. */
    void received(PracticeId practice, RequestId id, Instant at) {
        jdbc.sql("""
                insert into request_event (practice_id, request_id, what, at) values (:practice, :id, 'RECEIVED', :at)
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("at", RequestRows.at(at))
                .update();
    }

    void add(PracticeId practice, RequestId id, RequestEvent.Kind what, @Nullable StaffId by) {
        add(practice, id, what, by, null, null);
    }

    void add(
            PracticeId practice,
            RequestId id,
            RequestEvent.Kind what,
            @Nullable StaffId by,
            @Nullable UUID toStaff,
            @Nullable String toGroup) {
        jdbc.sql("""
                insert into request_event (practice_id, request_id, what, by_staff, to_staff, to_group)
                values (:practice, :id, :what, :by, :toStaff, :toGroup)
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("what", what.name())
                .param("by", by == null ? null : by.value())
                .param("toStaff", toStaff)
                .param("toGroup", toGroup)
                .update();
    }

    /** Of one request, as it happened. */
    List<RequestEvent> of(PracticeId practice, RequestId id) {
        return jdbc.sql("""
                select what, at, by_staff, to_staff, to_group from request_event
                where practice_id = :practice and request_id = :id
                order by event_id
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> new RequestEvent(
                        RequestEvent.Kind.valueOf(row.getString("what")),
                        RequestRows.instant(row, "at"),
                        RequestRows.staff(row, "by_staff"),
                        RequestRows.staff(row, "to_staff"),
                        row.getString("to_group")))
                .list();
    }

    /** Grows with everything that happens in the practice; 0 before the first. */
    long last(PracticeId practice) {
        return jdbc.sql(
                        "select event_id from request_event where practice_id = :practice order by event_id desc limit 1")
                .param("practice", practice.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
