package uk.anteroom.practice;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;

@Repository
class NoticeStore {

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Notice> find(PracticeId practice) {
        return jdbc.sql("select words, when_closed from practice_notice where practice_id = :practice")
                .param("practice", practice.value())
                .query((row, n) -> new Notice(row.getString("words"), row.getString("when_closed")))
                .optional();
    }

    /** Answers false if it was so already. */
    boolean put(PracticeId practice, Notice notice) {
        return jdbc.sql("""
                        insert into practice_notice (practice_id, words, when_closed) values (:practice, :words, :closed)
                        on conflict (practice_id) do update set words = excluded.words, when_closed = excluded.when_closed
                        where (practice_notice.words, practice_notice.when_closed) <> (excluded.words, excluded.when_closed)
                        """)
                        .param("practice", practice.value())
                        .param("words", notice.words())
                        .param("closed", notice.whenClosed())
                        .update()
                > 0;
    }
}
