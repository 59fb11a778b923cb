package uk.anteroom.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;

@Repository
class LetterStore {

    private static final String SELECT = """
            select letter_id, channel, contact_sealed, occasion, subject_id, state, tries, first_tried_at, next_try_at, sent_at,
                   delivered_at, maybe_twice, problem, created_at
            from letter
            """;

    /** A letter on its way out of the door. */
    record Outgoing(Letter letter, ContactPoint to) {}

    /**
     * A letter that still wants to be sent.
     *
     * @param doubt the carrier that owes an answer; null if none does
     * @param rounds how many times all carriers were asked in vain
     */
    record Waiting(
            Channel channel,
            @Nullable String doubt,
            int rounds,
            @Nullable Instant firstTriedAt) {}

    /** A letter that was handed over. */
    record UnderWay(Channel channel, String carrier, Instant sentAt) {}

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    LetterStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void add(PracticeId practice, LetterId id, ContactPoint to, String occasion, UUID subject) {
        jdbc.sql("""
                insert into letter (practice_id, letter_id, channel, contact_sealed, occasion, subject_id)
                values (:practice, :id, :channel, :contact, :occasion, :subject)
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("channel", to.channel().name())
                .param("contact", cipher.seal(to.value(), place(id)))
                .param("occasion", occasion)
                .param("subject", subject)
                .update();
    }

    Optional<Waiting> waiting(PracticeId practice, LetterId id) {
        return jdbc.sql("""
                select channel, case when in_flight then coalesce(carrier, '') end as doubt, rounds, first_tried_at from letter
                where practice_id = :practice and letter_id = :id and state = 'QUEUED'
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> new Waiting(
                        Channel.valueOf(row.getString("channel")),
                        row.getString("doubt"),
                        row.getInt("rounds"),
                        instant(row, "first_tried_at")))
                .optional();
    }

    Optional<UnderWay> underWay(PracticeId practice, LetterId id) {
        return jdbc.sql("""
                select channel, carrier, sent_at from letter
                where practice_id = :practice and letter_id = :id and state = 'SENT' and carrier is not null
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> new UnderWay(
                        Channel.valueOf(row.getString("channel")),
                        row.getString("carrier"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /**
     * Takes a queued letter out of the door for a carrier: counts the try, and notes that an answer is owed. If an answer is still owed from before, nobody
     * knows whether that try succeeded, and this one may be the second.
     */
    Optional<Outgoing> takeOut(PracticeId practice, LetterId id, String carrier) {
        return jdbc.sql("""
                update letter
                set tries = tries + 1, first_tried_at = coalesce(first_tried_at, clock_timestamp()), next_try_at = null,
                    maybe_twice = maybe_twice or in_flight, in_flight = true, carrier = :carrier
                where practice_id = :practice and letter_id = :id and state = 'QUEUED'
                returning letter_id, channel, contact_sealed, occasion, subject_id, state, tries, first_tried_at, next_try_at, sent_at,
                          delivered_at, maybe_twice, problem, created_at
                """)
                .param("carrier", carrier)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> {
                    Letter letter = letter(row);
                    return new Outgoing(
                            letter,
                            ContactPoint.stored(
                                    letter.channel(), cipher.open(row.getBytes("contact_sealed"), place(id))));
                })
                .optional();
    }

    /** The carrier did not take it, or never had it: no answer is owed any more. */
    void notTaken(PracticeId practice, LetterId id) {
        jdbc.sql("""
                update letter set in_flight = false
                where practice_id = :practice and letter_id = :id and state = 'QUEUED'
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    void sent(PracticeId practice, LetterId id) {
        end(practice, id, "sent_at = clock_timestamp(), state = 'SENT'", null);
    }

    void failed(PracticeId practice, LetterId id, Problem problem) {
        end(practice, id, "ended_at = clock_timestamp(), state = 'FAILED'", problem);
    }

    void dropped(PracticeId practice, LetterId id) {
        end(practice, id, "ended_at = clock_timestamp(), state = 'DROPPED'", Problem.OUT_OF_DATE);
    }

    /** After a round in vain. If the last answer was unclear it stays owed. */
    void again(PracticeId practice, LetterId id, Instant at, Problem problem) {
        jdbc.sql("""
                update letter set next_try_at = :at, problem = :problem, rounds = rounds + 1
                where practice_id = :practice and letter_id = :id and state = 'QUEUED'
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("problem", problem.name())
                .update();
    }

    /** Whatever was thought before: it is there. True if that is news. */
    boolean delivered(PracticeId practice, LetterId id) {
        return jdbc.sql("""
                update letter
                set state = 'DELIVERED', delivered_at = clock_timestamp(), sent_at = coalesce(sent_at, clock_timestamp()), in_flight = false,
                    next_try_at = null, problem = null
                where practice_id = :practice and letter_id = :id and state <> 'DELIVERED'
                """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** True if that is news. Another carrier's failure says nothing of a letter that this one took. */
    boolean undeliverable(PracticeId practice, LetterId id, String carrier, Problem problem) {
        return jdbc.sql("""
                update letter
                set state = 'FAILED', ended_at = clock_timestamp(), problem = :problem, in_flight = false, next_try_at = null,
                    sent_at = coalesce(sent_at, clock_timestamp())
                where practice_id = :practice and letter_id = :id and carrier = :carrier
                  and (state = 'SENT' or state = 'QUEUED' and in_flight)
                """)
                        .param("problem", problem.name())
                        .param("carrier", carrier)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    List<Letter> about(PracticeId practice, UUID subject) {
        return jdbc.sql(SELECT + "where practice_id = :practice and subject_id = :subject order by created_at")
                .param("practice", practice.value())
                .param("subject", subject)
                .query((row, n) -> letter(row))
                .list();
    }

    List<Letter> about(PracticeId practice, Set<UUID> subjects) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + "where practice_id = :practice and subject_id in (:subjects) order by created_at")
                .param("practice", practice.value())
                .param("subjects", subjects)
                .query((row, n) -> letter(row))
                .list();
    }

    private void end(PracticeId practice, LetterId id, String what, @Nullable Problem problem) {
        jdbc.sql("update letter set in_flight = false, next_try_at = null, problem = :problem, " + what
                        + " where practice_id = :practice and letter_id = :id and state = 'QUEUED'")
                .param("practice", practice.value())
                .param("id", id.value())
                .param("problem", problem == null ? null : problem.name())
                .update();
    }

    private static String place(LetterId id) {
        return "letter.contact:" + id;
    }

    private static Letter letter(ResultSet row) throws SQLException {
        String problem = row.getString("problem");
        return new Letter(
                new LetterId(row.getObject("letter_id", UUID.class)),
                Channel.valueOf(row.getString("channel")),
                row.getString("occasion"),
                row.getObject("subject_id", UUID.class),
                LetterState.valueOf(row.getString("state")),
                row.getInt("tries"),
                instant(row, "first_tried_at"),
                instant(row, "next_try_at"),
                instant(row, "sent_at"),
                instant(row, "delivered_at"),
                row.getBoolean("maybe_twice"),
                problem == null ? null : Problem.valueOf(problem),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
