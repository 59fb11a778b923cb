package uk.anteroom.call;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.PracticeId;

/** The rows of seats, and of the passes and sessions that open them. Secrets are stored as digests only. */
@Component
class SeatStore {

    private final JdbcClient jdbc;

    SeatStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers whether there was such a call that is not closed. Raises its revision, so that everybody hears of the seat. */
    boolean add(PracticeId practice, CallId call, ParticipantId participant, ParticipantRole role) {
        int open = jdbc.sql("""
                        update call set rev = rev + 1
                        where practice_id = :practice and call_id = :call and state <> 'closed'
                        """)
                .param("practice", practice.value())
                .param("call", call.value())
                .update();
        if (open == 0) {
            return false;
        }
        boolean clinician = role == ParticipantRole.CLINICIAN;
        jdbc.sql("""
                insert into participant (practice_id, participant_id, call_id, role, state, admitted_at)
                values (:practice, :participant, :call, :role, :state, case when :clinician then clock_timestamp() end)
                """)
                .param("practice", practice.value())
                .param("participant", participant.value())
                .param("call", call.value())
                .param("role", role.name().toLowerCase(Locale.ROOT))
                .param("state", clinician ? "admitted" : "lobby")
                .param("clinician", clinician)
                .update();
        return true;
    }

    /** The call a pass is for, good or not. */
    Optional<CallId> callOfPass(PracticeId practice, byte[] hash) {
        return jdbc.sql("""
                        select p.call_id from call_pass c
                        join participant p on p.practice_id = c.practice_id and p.participant_id = c.participant_id
                        where c.practice_id = :practice and c.pass_hash = :hash
                        """)
                .param("practice", practice.value())
                .param("hash", hash)
                .query(UUID.class)
                .optional()
                .map(CallId::new);
    }

    Optional<CallId> callOfSession(PracticeId practice, UUID session) {
        return jdbc.sql("select call_id from participant where practice_id = :practice and session_id = :session")
                .param("practice", practice.value())
                .param("session", session)
                .query(UUID.class)
                .optional()
                .map(CallId::new);
    }

    Optional<CallId> callOf(PracticeId practice, ParticipantId participant) {
        return jdbc.sql("""
                        select call_id from participant
                        where practice_id = :practice and participant_id = :participant
                        """)
                .param("practice", practice.value())
                .param("participant", participant.value())
                .query(UUID.class)
                .optional()
                .map(CallId::new);
    }

    void addPass(PracticeId practice, byte[] hash, ParticipantId participant, Duration goodFor) {
        jdbc.sql("""
                delete from call_pass
                where practice_id = :practice and participant_id = :participant
                    and expires_at < clock_timestamp() - interval '1 hour'
                """)
                .param("practice", practice.value())
                .param("participant", participant.value())
                .update();
        jdbc.sql("""
                insert into call_pass (practice_id, pass_hash, participant_id, expires_at)
                values (:practice, :hash, :participant, clock_timestamp() + make_interval(secs => :seconds))
                """)
                .param("practice", practice.value())
                .param("hash", hash)
                .param("participant", participant.value())
                .param("seconds", (double) goodFor.toSeconds())
                .update();
    }

    /** Uses a pass up and answers whose it is, or nothing if it cannot be used. Of two who race, one gets it. */
    Optional<ParticipantId> usePass(PracticeId practice, byte[] hash) {
        return jdbc.sql("""
                        update call_pass set used_at = clock_timestamp()
                        where practice_id = :practice and pass_hash = :hash
                            and used_at is null and expires_at > clock_timestamp()
                        returning participant_id
                        """)
                .param("practice", practice.value())
                .param("hash", hash)
                .query(UUID.class)
                .optional()
                .map(ParticipantId::new);
    }

    void startSession(PracticeId practice, ParticipantId participant, UUID session, byte[] tokenHash) {
        jdbc.sql("""
                update participant
                set session_id = :session, resume_hash = :hash, resume_hash_before = null
                where practice_id = :practice and participant_id = :participant
                """)
                .param("session", session)
                .param("hash", tokenHash)
                .param("practice", practice.value())
                .param("participant", participant.value())
                .update();
    }

    /**
     * Swaps the token of a session and answers its seat, or nothing if there is no such session or token, or it was given
     * up. The token before the newest is good too: the welcome with the newest may have been lost with the socket.
     */
    Optional<ParticipantId> swapToken(
            PracticeId practice, UUID session, byte[] hash, byte[] newHash, Duration heldFor) {
        return jdbc.sql("""
                        update participant
                        set resume_hash_before = :hash, resume_hash = :newHash
                        where practice_id = :practice and session_id = :session
                            and (resume_hash = :hash or resume_hash_before = :hash)
                            and presence_at > clock_timestamp() - make_interval(secs => :seconds)
                        returning participant_id
                        """)
                .param("hash", hash)
                .param("newHash", newHash)
                .param("practice", practice.value())
                .param("session", session)
                .param("seconds", (double) heldFor.toSeconds())
                .query(UUID.class)
                .optional()
                .map(ParticipantId::new);
    }

    void revokePasses(PracticeId practice, ParticipantId participant) {
        jdbc.sql("""
                delete from call_pass where practice_id = :practice and participant_id = :participant and used_at is null
                """)
                .param("practice", practice.value())
                .param("participant", participant.value())
                .update();
    }

    void endSession(PracticeId practice, ParticipantId participant, int gen) {
        jdbc.sql("""
                update participant
                set session_id = null, resume_hash = null, resume_hash_before = null
                where practice_id = :practice and participant_id = :participant and gen = :gen
                """)
                .param("practice", practice.value())
                .param("participant", participant.value())
                .param("gen", gen)
                .update();
    }

    /** Notes that somebody is still there; answers false if nobody knew. No revision: nobody needs to be told. */
    boolean confirm(PracticeId practice, ParticipantId participant, int gen) {
        return jdbc.sql("""
                        update participant set presence_at = clock_timestamp()
                        where practice_id = :practice and participant_id = :participant and gen = :gen
                            and presence = 'here'
                        """)
                        .param("practice", practice.value())
                        .param("participant", participant.value())
                        .param("gen", gen)
                        .update()
                > 0;
    }

    /** Answers whose presence is out of date, which nobody has reported because its process died. */
    List<ParticipantId> stale(PracticeId practice, CallId call) {
        return jdbc
                .sql("""
                        select p.participant_id from participant p
                        where p.practice_id = :practice and p.call_id = :call and p.presence <>
                        """ + RoomStore.PRESENCE_NOW)
                .param("practice", practice.value())
                .param("call", call.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ParticipantId::new)
                .toList();
    }
}
