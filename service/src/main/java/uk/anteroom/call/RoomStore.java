package uk.anteroom.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.PracticeId;

/** The rows of calls and participants, read and written as whole rooms. */
@Component
class RoomStore {

    // A process that died leaves its seats marked here. Pings refresh presence_at at least every 20 s. Somebody looks
    // for what
    // is out of date every 8 s (signalling.Watch), so that no page is told a lie for longer than 45 s.
    static final String PRESENCE_NOW = """
            case
                when p.presence = 'here' and p.presence_at < clock_timestamp() - interval '155 seconds' then 'gone'
                when p.presence = 'here' and p.presence_at < clock_timestamp() - interval '35 seconds' then 'away'
                when p.presence = 'away' and p.presence_at < clock_timestamp() - interval '120 seconds' then 'gone'
                else p.presence
            end""";

    private static final Check NOTHING_KNOWN = new Check(null, null, null, null, null);

    private final JdbcClient jdbc;

    RoomStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A room, and the database's time at which it was read. */
    record Seen(Room room, Instant now) {}

    void open(PracticeId practice, CallId call, boolean relayOnly) {
        jdbc.sql("insert into call (practice_id, call_id, relay_only) values (:practice, :call, :relayOnly)")
                .param("practice", practice.value())
                .param("call", call.value())
                .param("relayOnly", relayOnly)
                .update();
    }

    /** No revision: whoever is in a call already learns it with the next welcome. */
    void relayOnly(PracticeId practice, boolean relayOnly) {
        jdbc.sql("update call set relay_only = :relayOnly where practice_id = :practice and state <> 'closed'")
                .param("relayOnly", relayOnly)
                .param("practice", practice.value())
                .update();
    }

    /** Answers nothing if there is no such call in this practice. One statement, so that rev and seats belong together. */
    Optional<Seen> find(PracticeId practice, CallId call) {
        return Optional.ofNullable(findAll(practice, List.of(call)).get(call));
    }

    /** As {@link #find}, for many at once. */
    Map<CallId, Seen> findAll(PracticeId practice, Collection<CallId> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("""
                        select c.call_id, c.state as call_state, c.rev, c.epoch, c.live_at, c.ended_at, c.phone_since, c.pinned,
                            c.relay_only, clock_timestamp() as now,
                            p.participant_id, p.role, p.state, p.presence_at, p.arrived_at, p.admitted_at, p.held, p.gen, p.epoch as seat_epoch,
                            p.camera, p.microphone, p.media_microphone, p.media_camera, p.media_screen,
                            p.check_problem, p.check_browser, p.check_system, p.check_speaker, p.check_network, p.card,
                        """ + PRESENCE_NOW + """
                         as presence_now
                        from call c
                        left join participant p on p.practice_id = c.practice_id and p.call_id = c.call_id
                        where c.practice_id = :practice and c.call_id in (:calls)
                        order by c.call_id, p.created_at, p.participant_id
                        """)
                .param("practice", practice.value())
                .param("calls", wanted.stream().map(CallId::value).toList())
                .query(RoomStore::all);
    }

    private static Map<CallId, Seen> all(ResultSet rows) throws SQLException {
        Map<CallId, Seen> found = new HashMap<>();
        boolean more = rows.next();
        while (more) {
            CallId call = new CallId(rows.getObject("call_id", UUID.class));
            CallState state = CallState.valueOf(constant(rows.getString("call_state")));
            long rev = rows.getLong("rev");
            int epoch = rows.getInt("epoch");
            Instant liveAt = instant(rows, "live_at");
            Instant endedAt = instant(rows, "ended_at");
            Instant phoneSince = instant(rows, "phone_since");
            UUID pinned = rows.getObject("pinned", UUID.class);
            boolean relayOnly = rows.getBoolean("relay_only");
            Instant now = rows.getObject("now", OffsetDateTime.class).toInstant();
            List<Participant> participants = new ArrayList<>();
            do {
                if (rows.getObject("participant_id") != null) {
                    participants.add(participant(rows));
                }
                more = rows.next();
            } while (more && call.value().equals(rows.getObject("call_id", UUID.class)));
            Room room = new Room(
                    call,
                    state,
                    rev,
                    epoch,
                    liveAt,
                    endedAt,
                    phoneSince,
                    pinned == null ? null : new ParticipantId(pinned),
                    relayOnly,
                    List.copyOf(participants));
            found.put(call, new Seen(room, now));
        }
        return found;
    }

    /** Waits until no other transaction changes this call. Taken after a lost race, so that the next one is not lost. */
    void lock(PracticeId practice, CallId call) {
        jdbc.sql("select rev from call where practice_id = :practice and call_id = :call for update")
                .param("practice", practice.value())
                .param("call", call.value())
                .query(Long.class)
                .optional();
    }

    /** Answers the new revision, or nothing if another transaction has changed the room since {@code before} was read. */
    Optional<Long> write(PracticeId practice, Room before, Room after) {
        Optional<Long> rev = jdbc.sql("""
                        update call
                        set rev = rev + 1, state = :state, epoch = :epoch, live_at = :liveAt, ended_at = :endedAt,
                            phone_since = :phoneSince, pinned = :pinned
                        where practice_id = :practice and call_id = :call and rev = :rev
                        returning rev
                        """)
                .param("state", word(after.state()))
                .param("epoch", after.epoch())
                .param("liveAt", utc(after.liveAt()))
                .param("endedAt", utc(after.endedAt()))
                .param("phoneSince", utc(after.phoneSince()))
                .param("pinned", after.pinned() == null ? null : after.pinned().value())
                .param("practice", practice.value())
                .param("call", before.id().value())
                .param("rev", before.rev())
                .query(Long.class)
                .optional();
        if (rev.isPresent()) {
            for (int i = 0; i < after.participants().size(); i++) {
                if (!after.participants().get(i).equals(before.participants().get(i))) {
                    write(practice, after.participants().get(i));
                }
            }
        }
        return rev;
    }

    private void write(PracticeId practice, Participant p) {
        Participant.Media media = p.media();
        Check check = p.check() == null ? NOTHING_KNOWN : p.check();
        jdbc.sql("""
                update participant
                set state = :state, presence = :presence, presence_at = :presenceAt, arrived_at = :arrivedAt,
                    admitted_at = :admittedAt, held = :held, gen = :gen, epoch = :epoch, camera = :camera, microphone = :microphone,
                    media_microphone = :mediaMicrophone, media_camera = :mediaCamera, media_screen = :mediaScreen,
                    check_problem = :checkProblem, check_browser = :checkBrowser, check_system = :checkSystem,
                    check_speaker = :checkSpeaker, check_network = :checkNetwork, card = :card
                where practice_id = :practice and participant_id = :participant
                """)
                .param("state", word(p.state()))
                .param("presence", word(p.presence()))
                .param("presenceAt", utc(p.presenceAt()))
                .param("arrivedAt", utc(p.arrivedAt()))
                .param("admittedAt", utc(p.admittedAt()))
                .param("held", p.held())
                .param("gen", p.gen())
                .param("epoch", p.epoch())
                .param("camera", word(p.camera()))
                .param("microphone", word(p.microphone()))
                .param("mediaMicrophone", media == null ? null : media.microphone())
                .param("mediaCamera", media == null ? null : media.camera())
                .param("mediaScreen", media == null ? null : media.screen())
                .param("checkProblem", word(check.problem()))
                .param("checkBrowser", word(check.browser()))
                .param("checkSystem", word(check.system()))
                .param("checkSpeaker", word(check.speaker()))
                .param("checkNetwork", word(check.network()))
                .param("card", word(p.card()))
                .param("practice", practice.value())
                .param("participant", p.id().value())
                .update();
    }

    private static Participant participant(ResultSet row) throws SQLException {
        boolean media = row.getObject("media_microphone") != null;
        return new Participant(
                new ParticipantId(row.getObject("participant_id", UUID.class)),
                ParticipantRole.valueOf(constant(row.getString("role"))),
                Participant.State.valueOf(constant(row.getString("state"))),
                Participant.Presence.valueOf(constant(row.getString("presence_now"))),
                row.getObject("presence_at", OffsetDateTime.class).toInstant(),
                instant(row, "arrived_at"),
                instant(row, "admitted_at"),
                row.getBoolean("held"),
                row.getInt("gen"),
                row.getInt("seat_epoch"),
                constant(Participant.Device.class, row.getString("camera")),
                constant(Participant.Device.class, row.getString("microphone")),
                media
                        ? new Participant.Media(
                                row.getBoolean("media_microphone"),
                                row.getBoolean("media_camera"),
                                row.getBoolean("media_screen"))
                        : null,
                check(row),
                constant(Check.Problem.class, row.getString("card")));
    }

    private static @Nullable Check check(ResultSet row) throws SQLException {
        Check check = new Check(
                constant(Check.Problem.class, row.getString("check_problem")),
                constant(Check.Browser.class, row.getString("check_browser")),
                constant(Check.System.class, row.getString("check_system")),
                constant(Check.Speaker.class, row.getString("check_speaker")),
                constant(Check.Network.class, row.getString("check_network")));
        return check.empty() ? null : check;
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> words, @Nullable String word) {
        return word == null ? null : Enum.valueOf(words, constant(word));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }
}
