package uk.anteroom.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

@Repository
class LookerStore {

    /** Pages say it every ten seconds; a computer that sleeps says nothing. */
    private static final Duration BELIEVED = Duration.ofSeconds(25);

    private final JdbcClient jdbc;

    LookerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True if that page was not there before. */
    boolean here(PracticeId practice, RequestId request, UUID page, StaffId by) {
        forgetOld(practice);
        return jdbc.sql("""
                        insert into request_looker (practice_id, request_id, page_id, staff_id)
                        values (:practice, :request, :page, :by)
                        on conflict (practice_id, request_id, page_id) do update set seen_at = clock_timestamp()
                        returning xmax = 0
                        """)
                .param("practice", practice.value())
                .param("request", request.value())
                .param("page", page)
                .param("by", by.value())
                .query(Boolean.class)
                .single();
    }

    /** True if that page was there. */
    boolean gone(PracticeId practice, RequestId request, UUID page, StaffId by) {
        return jdbc.sql("""
                        delete from request_looker
                        where practice_id = :practice and request_id = :request and page_id = :page and staff_id = :by
                        """)
                        .param("practice", practice.value())
                        .param("request", request.value())
                        .param("page", page)
                        .param("by", by.value())
                        .update()
                > 0;
    }

    /** Everybody who has a request of the practice open now, each once a request. */
    Map<RequestId, List<StaffId>> now(PracticeId practice) {
        return jdbc
                .sql("""
                        select distinct request_id, staff_id from request_looker
                        where practice_id = :practice and seen_at > clock_timestamp() - make_interval(secs => :seconds)
                        order by request_id, staff_id
                        """)
                .param("practice", practice.value())
                .param("seconds", BELIEVED.toSeconds())
                .query((row, n) -> Map.entry(RequestRows.id(row), new StaffId(row.getObject("staff_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private void forgetOld(PracticeId practice) {
        jdbc.sql("""
                delete from request_looker
                where practice_id = :practice and (request_id, page_id) in (
                    select request_id, page_id from request_looker
                    where practice_id = :practice and seen_at < clock_timestamp() - make_interval(secs => :seconds)
                    for update skip locked)
                """)
                .param("practice", practice.value())
                .param("seconds", BELIEVED.multipliedBy(4).toSeconds())
                .update();
    }
}
