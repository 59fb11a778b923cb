package uk.anteroom.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.attempt.Rating;
import uk.anteroom.attempt.Reason;
import uk.anteroom.attempt.SurveyAnswer;
import uk.anteroom.attempt.Trouble;
import uk.anteroom.call.Check;
import uk.anteroom.consultation.ConsultationState;
import uk.anteroom.kernel.PracticeId;

/** Reads what other rooms wrote down, each consultation in one row. Changes nothing, and asks for no name, contact or id. */
@Repository
class ReportStore {

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the consultations opened since then. A call without a consultation has no course. */
    List<Course> courses(PracticeId practice, Instant from) {
        return jdbc.sql("""
                select c.opened_at, c.state, c.live_at, p.arrived_at, p.check_browser, p.check_system, a.met, a.reason,
                       i.undelivered, i.opened, i.closed, s.rating, s.trouble
                from consultation c
                join participant p on p.practice_id = c.practice_id and p.participant_id = c.patient_seat
                left join survey_answer s on s.practice_id = c.practice_id and s.call_id = c.call_id
                cross join lateral (
                    select coalesce(bool_or(reason in ('CONNECTED', 'CONNECTED_THEN_LOST')), false) as met,
                           (array_agg(reason order by reason = 'NOBODY_CAME', number desc))[1] as reason
                    from call_attempt
                    where practice_id = :practice and call_id = c.call_id and ended_at is not null
                ) a
                cross join lateral (
                    select coalesce(bool_or(v.opened_at is not null), false) as opened,
                           coalesce(bool_or(v.locked_at is not null) and not bool_or(v.identity_at is not null), false) as closed,
                           coalesce(bool_and(l.failed and not l.hopeful), false) as undelivered
                    from invitation v
                    cross join lateral (
                        select coalesce(bool_or(state = 'FAILED'), false) as failed,
                               coalesce(bool_or(state in ('QUEUED', 'SENT', 'DELIVERED')), false) as hopeful
                        from letter
                        where practice_id = :practice and subject_id = v.invitation_id and occasion = 'invitation'
                    ) l
                    where v.practice_id = :practice and v.consultation_id = c.consultation_id
                ) i
                where c.practice_id = :practice and c.opened_at >= :from
                order by c.opened_at
                """)
                .param("practice", practice.value())
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .query((row, n) -> course(row))
                .list();
    }

    private static Course course(ResultSet row) throws SQLException {
        Rating rating = constant(Rating.class, row.getString("rating"));
        return new Course(
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                ConsultationState.valueOf(row.getString("state")),
                row.getBoolean("met"),
                constant(Reason.class, row.getString("reason")),
                row.getBoolean("undelivered"),
                row.getBoolean("opened"),
                row.getBoolean("closed"),
                instant(row, "arrived_at"),
                instant(row, "live_at"),
                constant(Check.Browser.class, row.getString("check_browser")),
                constant(Check.System.class, row.getString("check_system")),
                rating == null ? null : new SurveyAnswer(rating, constant(Trouble.class, row.getString("trouble"))));
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> words, @Nullable String word) {
        return word == null ? null : Enum.valueOf(words, word.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
