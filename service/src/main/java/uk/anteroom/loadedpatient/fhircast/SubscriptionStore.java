package uk.anteroom.loadedpatient.fhircast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.loadedpatient.EventName;
import uk.anteroom.practice.StaffId;

@Repository
class SubscriptionStore {

    /** A subscription as its row says; its topic by id, and possibly ended. */
    record Row(
            UUID id,
            StaffId staff,
            UUID topic,
            UUID program,
            String subscriber,
            TreeSet<EventName> events,
            boolean writes,
            long leaseSeconds) {}

    private static final String COLUMNS =
            "subscription_id, staff_id, topic_id, program_id, subscriber, events, writes, lease_seconds";
    private static final String LIVES = " and ended_at is null and lease_ends_at > clock_timestamp()";

    private final JdbcClient jdbc;

    SubscriptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void forgetEnded(PracticeId practice) {
        jdbc.sql("""
                delete from loaded_subscription
                where practice_id = :practice and least(ended_at, lease_ends_at) < clock_timestamp() - interval '1 hour'
                """).param("practice", practice.value()).update();
    }

    /** How many it has, or can still open. */
    int of(PracticeId practice, UUID program, Duration connectWithin) {
        return jdbc.sql("""
                        select count(*) from loaded_subscription
                        where practice_id = :practice and program_id = :program
                          and (connected_at is not null or asked_at > clock_timestamp() - make_interval(secs => :within))
                        """ + LIVES)
                .param("practice", practice.value())
                .param("program", program)
                .param("within", connectWithin.toMillis() / 1000.0)
                .query(Integer.class)
                .single();
    }

    void add(Subscription subscription, byte[] endpoint) {
        jdbc.sql("""
                insert into loaded_subscription (practice_id, subscription_id, endpoint_hash, staff_id, topic_id, program_id, subscriber,
                                                 events, writes, lease_seconds, lease_ends_at)
                values (:practice, :id, :endpoint, :staff, :topic, :program, :subscriber,
                        string_to_array(:events, ','), :writes, :lease, clock_timestamp() + make_interval(secs => :lease))
                """)
                .param("practice", subscription.topic().practice().value())
                .param("id", subscription.id())
                .param("endpoint", endpoint)
                .param("staff", subscription.topic().staff().value())
                .param("topic", subscription.topic().id())
                .param("program", subscription.program())
                .param("subscriber", subscription.subscriber())
                .param("events", names(subscription.events()))
                .param("writes", subscription.writes())
                .param("lease", subscription.leaseSeconds())
                .update();
    }

    /** One that its program asks to have otherwise from now on. */
    Optional<Row> change(
            PracticeId practice, byte[] endpoint, UUID program, UUID topic, Collection<EventName> events, long lease) {
        return jdbc.sql("update loaded_subscription set events = string_to_array(:events, ','), lease_seconds = :lease,"
                        + " lease_ends_at = clock_timestamp() + make_interval(secs => :lease)"
                        + " where practice_id = :practice and endpoint_hash = :endpoint and program_id = :program and topic_id = :topic"
                        + LIVES + " returning " + COLUMNS)
                .param("practice", practice.value())
                .param("endpoint", endpoint)
                .param("program", program)
                .param("topic", topic)
                .param("events", names(events))
                .param("lease", lease)
                .query((row, n) -> row(row))
                .optional();
    }

    /** The socket has come: an endpoint takes one, and not for long. */
    Optional<Row> connect(PracticeId practice, byte[] endpoint, Duration within) {
        return jdbc.sql("update loaded_subscription set connected_at = clock_timestamp(),"
                        + " lease_ends_at = clock_timestamp() + make_interval(secs => lease_seconds)"
                        + " where practice_id = :practice and endpoint_hash = :endpoint and connected_at is null"
                        + " and asked_at > clock_timestamp() - make_interval(secs => :within)" + LIVES + " returning "
                        + COLUMNS)
                .param("practice", practice.value())
                .param("endpoint", endpoint)
                .param("within", within.toMillis() / 1000.0)
                .query((row, n) -> row(row))
                .optional();
    }

    /** Ends one by its endpoint; the id of what it ended. */
    Optional<UUID> end(PracticeId practice, byte[] endpoint, UUID program, UUID topic) {
        return jdbc.sql("""
                        update loaded_subscription set ended_at = clock_timestamp()
                        where practice_id = :practice and endpoint_hash = :endpoint and program_id = :program and topic_id = :topic
                          and ended_at is null
                        returning subscription_id
                        """)
                .param("practice", practice.value())
                .param("endpoint", endpoint)
                .param("program", program)
                .param("topic", topic)
                .query(UUID.class)
                .optional();
    }

    void end(PracticeId practice, UUID id) {
        jdbc.sql("""
                update loaded_subscription set ended_at = clock_timestamp()
                where practice_id = :practice and subscription_id = :id and ended_at is null
                """).param("practice", practice.value()).param("id", id).update();
    }

    void endAll(PracticeId practice, UUID program) {
        jdbc.sql("""
                update loaded_subscription set ended_at = clock_timestamp()
                where practice_id = :practice and program_id = :program and ended_at is null
                """)
                .param("practice", practice.value())
                .param("program", program)
                .update();
    }

    private static String names(Collection<EventName> events) {
        return events.stream().map(EventName::name).collect(Collectors.joining(","));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("subscription_id", UUID.class),
                new StaffId(row.getObject("staff_id", UUID.class)),
                row.getObject("topic_id", UUID.class),
                row.getObject("program_id", UUID.class),
                row.getString("subscriber"),
                Arrays.stream((String[]) row.getArray("events").getArray())
                        .map(EventName::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new)),
                row.getBoolean("writes"),
                row.getLong("lease_seconds"));
    }
}
