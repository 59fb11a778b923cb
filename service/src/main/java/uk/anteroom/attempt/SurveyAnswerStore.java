package uk.anteroom.attempt;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.call.CallId;
import uk.anteroom.kernel.PracticeId;

@Repository
class SurveyAnswerStore {

    private final JdbcClient jdbc;

    SurveyAnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SurveyAnswer> of(PracticeId practice, CallId call) {
        return jdbc.sql("select rating, trouble from survey_answer where practice_id = :practice and call_id = :call")
                .param("practice", practice.value())
                .param("call", call.value())
                .query((row, n) -> {
                    String trouble = row.getString("trouble");
                    return new SurveyAnswer(
                            Rating.valueOf(row.getString("rating")), trouble == null ? null : Trouble.valueOf(trouble));
                })
                .optional();
    }

    void put(PracticeId practice, CallId call, SurveyAnswer answer) {
        jdbc.sql("""
                insert into survey_answer (practice_id, call_id, rating, trouble)
                values (:practice, :call, :rating, :trouble)
                on conflict (practice_id, call_id) do update
                set rating = excluded.rating, trouble = excluded.trouble, answered_at = clock_timestamp()
                """)
                .param("practice", practice.value())
                .param("call", call.value())
                .param("rating", answer.rating().name())
                .param(
                        "trouble",
                        answer.trouble() == null ? null : answer.trouble().name())
                .update();
    }
}
