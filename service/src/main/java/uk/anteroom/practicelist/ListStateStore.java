package uk.anteroom.practicelist;

import static uk.anteroom.practicelist.ListReadingStore.at;
import static uk.anteroom.practicelist.ListReadingStore.instant;

import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;

@Repository
class ListStateStore {

    private final JdbcClient jdbc;

    ListStateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ListState of(PracticeId practice) {
        return jdbc.sql("""
                        select regularly, base_url, read_up_to, full_read_at, changed_at from list_state
                        where practice_id = :practice
                        """)
                .param("practice", practice.value())
                .query((row, n) -> new ListState(
                        row.getBoolean("regularly"),
                        row.getString("base_url"),
                        instant(row, "read_up_to"),
                        instant(row, "full_read_at"),
                        instant(row, "changed_at")))
                .optional()
                .orElse(ListState.NEVER_READ);
    }

    /** Answers false if it was so already. */
    boolean regularly(PracticeId practice, boolean on) {
        return jdbc.sql("""
                        insert into list_state (practice_id, regularly) values (:practice, :on)
                        on conflict (practice_id) do update set regularly = excluded.regularly
                        where list_state.regularly <> excluded.regularly
                        """).param("practice", practice.value()).param("on", on).update() == 1;
    }

    /** Whose ids the records have. */
    void base(PracticeId practice, String url) {
        jdbc.sql("""
                insert into list_state (practice_id, base_url) values (:practice, :url)
                on conflict (practice_id) do update set base_url = excluded.base_url
                """).param("practice", practice.value()).param("url", url).update();
    }

    /** A reading has come to its end. */
    void read(PracticeId practice, @Nullable Instant upTo, boolean full, boolean changed) {
        jdbc.sql("""
                insert into list_state (practice_id, read_up_to, full_read_at, changed_at)
                values (:practice, :upTo, case when :full then clock_timestamp() end, case when :changed then clock_timestamp() end)
                on conflict (practice_id) do update
                set read_up_to = coalesce(excluded.read_up_to, list_state.read_up_to),
                    full_read_at = coalesce(excluded.full_read_at, list_state.full_read_at),
                    changed_at = coalesce(excluded.changed_at, list_state.changed_at)
                """)
                .param("practice", practice.value())
                .param("upTo", at(upTo), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("full", full)
                .param("changed", changed)
                .update();
    }
}
