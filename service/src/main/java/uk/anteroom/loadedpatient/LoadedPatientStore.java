package uk.anteroom.loadedpatient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
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
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

@Repository
class LoadedPatientStore {

    enum State {
        UNTOLD,
        OPEN,
        CLOSED,
        LAPSED
    }

    /** A topic's row, held until the transaction ends. */
    record Row(
            State state,
            @Nullable String eventId,
            @Nullable Instant eventAt,
            @Nullable PatientId patient,
            @Nullable String context) {

        /** Whether something newer counted than what happened then. */
        boolean olderThan(Instant at) {
            return eventAt != null && at.isBefore(eventAt);
        }

        Optional<Context.Open> wasOpen() {
            return state == State.OPEN && eventId != null && eventAt != null && context != null
                    ? Optional.of(new Context.Open(eventId, eventAt, context))
                    : Optional.empty();
        }
    }

    /** What is told is believed while its topic and its source live. */
    private static final String BELIEVED =
            " and topic_dies_at > clock_timestamp() and heard_at > clock_timestamp() - make_interval(secs => :silent)";

    private static final String OF_TOPIC = " where practice_id = :practice and staff_id = :staff and topic_id = :topic";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final LoadedPatientSettings settings;

    LoadedPatientStore(JdbcClient jdbc, FieldCipher cipher, LoadedPatientSettings settings) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.settings = settings;
    }

    Optional<LoadedPatient> loaded(PracticeId practice, StaffId staff) {
        return jdbc.sql("select state, patient_id, event_id, event_at from loaded_patient"
                        + " where practice_id = :practice and staff_id = :staff and state in ('OPEN', 'CLOSED')"
                        + BELIEVED)
                .param("practice", practice.value())
                .param("staff", staff.value())
                .param("silent", silent())
                .query((row, n) -> loaded(row))
                .optional();
    }

    private static LoadedPatient loaded(ResultSet row) throws SQLException {
        if (State.valueOf(row.getString("state")) == State.CLOSED) {
            return new LoadedPatient.Nobody();
        }
        UUID patient = row.getObject("patient_id", UUID.class);
        String event = row.getString("event_id");
        Instant since = row.getObject("event_at", OffsetDateTime.class).toInstant();
        return patient == null
                ? new LoadedPatient.NotOnList(event, since)
                : new LoadedPatient.OnList(new PatientId(patient), event, since);
    }

    Optional<Topic> topic(PracticeId practice, StaffId staff) {
        return jdbc.sql(TOPIC
                        + " where practice_id = :practice and staff_id = :staff and topic_dies_at > clock_timestamp()")
                .param("practice", practice.value())
                .param("staff", staff.value())
                .query((row, n) -> topic(row))
                .optional();
    }

    private static final String TOPIC = "select practice_id, staff_id, topic_id, topic_sealed,"
            + " extract(epoch from topic_dies_at - clock_timestamp()) as lasts from loaded_patient";

    private Topic topic(ResultSet row) throws SQLException {
        UUID id = row.getObject("topic_id", UUID.class);
        return new Topic(
                new PracticeId(row.getObject("practice_id", UUID.class)),
                new StaffId(row.getObject("staff_id", UUID.class)),
                id,
                cipher.open(row.getBytes("topic_sealed"), place("topic", id)),
                Duration.ofSeconds((long) row.getDouble("lasts")));
    }

    /** Begins a topic unless there is one that lives; nothing of an earlier one is left in it. */
    void begin(PracticeId practice, StaffId staff, String name, Duration life) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into loaded_patient (practice_id, staff_id, topic_id, topic_hash, topic_sealed, topic_dies_at, version)
                values (:practice, :staff, :topic, :hash, :sealed, clock_timestamp() + make_interval(secs => :life), gen_random_uuid())
                on conflict (practice_id, staff_id) do update
                set topic_id = excluded.topic_id, topic_hash = excluded.topic_hash, topic_sealed = excluded.topic_sealed,
                    topic_dies_at = excluded.topic_dies_at, version = excluded.version, state = 'UNTOLD', event_id = null,
                    event_at = null, told_at = null, source = null, heard_at = null, patient_id = null, context_sealed = null
                where loaded_patient.topic_dies_at <= clock_timestamp()
                """)
                .param("practice", practice.value())
                .param("staff", staff.value())
                .param("topic", id)
                .param("hash", Secrets.digest(name))
                .param("sealed", cipher.seal(name, place("topic", id)))
                .param("life", life.toMillis() / 1000.0)
                .update();
    }

    /** One event after the other: whoever holds the row decides. */
    Row hold(Topic topic) {
        return look(topic).orElseThrow(LoadedPatientStore::ended);
    }

    /** As {@link #hold}, for a topic that may have ended. */
    Optional<Row> look(Topic topic) {
        return of(
                        topic,
                        jdbc.sql("select state, event_id, event_at, patient_id, context_sealed from loaded_patient"
                                + OF_TOPIC + " for update"))
                .query((row, n) -> {
                    UUID patient = row.getObject("patient_id", UUID.class);
                    OffsetDateTime at = row.getObject("event_at", OffsetDateTime.class);
                    return new Row(
                            State.valueOf(row.getString("state")),
                            row.getString("event_id"),
                            at == null ? null : at.toInstant(),
                            patient == null ? null : new PatientId(patient),
                            opened(topic, row.getBytes("context_sealed")));
                })
                .optional();
    }

    private static HubRefused ended() {
        return new HubRefused(HubRefused.Kind.NOT_THERE, "This topic has ended");
    }

    Context context(Topic topic) {
        return of(
                        topic,
                        jdbc.sql("select version, event_id, event_at, context_sealed, state = 'OPEN'" + BELIEVED
                                + " as believed from loaded_patient" + OF_TOPIC))
                .param("silent", silent())
                .query((row, n) -> {
                    String context = opened(topic, row.getBytes("context_sealed"));
                    return new Context(
                            row.getObject("version", UUID.class),
                            context == null || !row.getBoolean("believed")
                                    ? null
                                    : new Context.Open(
                                            row.getString("event_id"),
                                            row.getObject("event_at", OffsetDateTime.class)
                                                    .toInstant(),
                                            context));
                })
                .optional()
                .orElseThrow(LoadedPatientStore::ended);
    }

    boolean knows(Topic topic, Told told) {
        return kind(topic, told).isPresent();
    }

    /** Whether it was told before that this event opened somebody. */
    boolean knowsOpening(Topic topic, Told told) {
        return kind(topic, told).filter("OPENED"::equals).isPresent();
    }

    private Optional<String> kind(Topic topic, Told told) {
        return jdbc.sql(
                        "select kind from loaded_event where practice_id = :practice and topic_id = :topic and event_id = :event")
                .param("practice", topic.practice().value())
                .param("topic", topic.id())
                .param("event", told.eventId())
                .query(String.class)
                .optional();
    }

    void log(Topic topic, Told told, String kind, @Nullable PatientId patient) {
        jdbc.sql("""
                insert into loaded_event (practice_id, topic_id, event_id, loaded_event_id, staff_id, program_id, kind, event_at, patient_id)
                values (:practice, :topic, :event, gen_random_uuid(), :staff, :program, :kind, :at, :patient)
                """)
                .param("practice", topic.practice().value())
                .param("topic", topic.id())
                .param("event", told.eventId())
                .param("staff", topic.staff().value())
                .param("program", told.program())
                .param("kind", kind)
                .param("at", at(told.at()))
                .param("patient", patient == null ? null : patient.value(), Types.OTHER)
                .update();
    }

    UUID logged(Topic topic, Told told) {
        return jdbc.sql("""
                        select loaded_event_id from loaded_event
                        where practice_id = :practice and topic_id = :topic and event_id = :event
                        """)
                .param("practice", topic.practice().value())
                .param("topic", topic.id())
                .param("event", told.eventId())
                .query(UUID.class)
                .single();
    }

    void open(Topic topic, Told told, Opened opened, @Nullable PatientId patient) {
        told(topic, told, State.OPEN, patient, cipher.seal(opened.context(), place("context", topic.id())));
    }

    void close(Topic topic, Told told) {
        told(topic, told, State.CLOSED, null, null);
    }

    private void told(Topic topic, Told told, State state, @Nullable PatientId patient, byte @Nullable [] context) {
        of(topic, jdbc.sql("""
                update loaded_patient
                set state = :state, version = gen_random_uuid(), event_id = :event, event_at = :at, told_at = clock_timestamp(),
                    source = :source, heard_at = clock_timestamp(), patient_id = :patient, context_sealed = :context
                """ + OF_TOPIC))
                .param("state", state.name())
                .param("event", told.eventId())
                .param("at", at(told.at()))
                .param("source", told.program())
                .param("patient", patient == null ? null : patient.value(), Types.OTHER)
                .param("context", context, Types.BINARY)
                .update();
    }

    /** True if nobody vouched for the topic until now. What stands in it is nobody's word any more, so nobody is open. */
    boolean connected(Topic topic, UUID source) {
        return of(topic, jdbc.sql("""
                        update loaded_patient
                        set state = 'CLOSED', version = gen_random_uuid(), source = :source, heard_at = clock_timestamp(),
                            patient_id = null, context_sealed = null
                        """ + OF_TOPIC + " and state in ('UNTOLD', 'LAPSED')"))
                        .param("source", source)
                        .update()
                == 1;
    }

    void heard(PracticeId practice, Set<UUID> programs) {
        jdbc.sql("update loaded_patient set heard_at = clock_timestamp()"
                        + " where practice_id = :practice and source in (:programs) and state in ('OPEN', 'CLOSED')")
                .param("practice", practice.value())
                .param("programs", programs)
                .update();
    }

    List<Topic> toldBy(PracticeId practice, UUID program) {
        return jdbc.sql(TOPIC + " where practice_id = :practice and source = :source and state in ('OPEN', 'CLOSED')")
                .param("practice", practice.value())
                .param("source", program)
                .query((row, n) -> topic(row))
                .list();
    }

    List<Topic> silent(PracticeId practice) {
        return jdbc.sql(TOPIC + " where practice_id = :practice and state in ('OPEN', 'CLOSED') and not (true"
                        + BELIEVED + ")")
                .param("practice", practice.value())
                .param("silent", silent())
                .query((row, n) -> topic(row))
                .list();
    }

    /** True if it stood until now. Of a source that is named whatever it told, else only what is not believed any more. */
    boolean lapse(Topic topic, @Nullable UUID source) {
        return of(
                                topic,
                                jdbc.sql("""
                        update loaded_patient
                        set state = 'LAPSED', version = gen_random_uuid(), patient_id = null, context_sealed = null
                        """ + OF_TOPIC
                                        + " and state in ('OPEN', 'CLOSED') and (source = :source or not (true"
                                        + BELIEVED + "))"))
                        .param("source", source, Types.OTHER)
                        .param("silent", silent())
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec of(Topic topic, JdbcClient.StatementSpec statement) {
        return statement
                .param("practice", topic.practice().value())
                .param("staff", topic.staff().value())
                .param("topic", topic.id());
    }

    private @Nullable String opened(Topic topic, byte @Nullable [] sealed) {
        return sealed == null ? null : cipher.open(sealed, place("context", topic.id()));
    }

    private double silent() {
        return settings.silentAfter().toMillis() / 1000.0;
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String place(String column, UUID topic) {
        return "loaded_patient." + column + ":" + topic;
    }
}
