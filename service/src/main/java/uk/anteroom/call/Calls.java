package uk.anteroom.call;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;

/**
 * The calls of a practice: opened, seated, admitted to, ended, reopened, closed. Everything joins the transaction of the
 * caller; the participants' pages hear of it after the commit, and never of what was rolled back.
 */
@Service
public class Calls {

    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    private final PracticeTransactions transactions;
    private final RoomStore calls;
    private final SeatStore seats;
    private final Rooms rooms;
    private final Secrets secrets;
    private final CallSettings settings;
    private final ApplicationEventPublisher events;

    Calls(
            PracticeTransactions transactions,
            RoomStore calls,
            SeatStore seats,
            Rooms rooms,
            Secrets secrets,
            CallSettings settings,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.calls = calls;
        this.seats = seats;
        this.rooms = rooms;
        this.secrets = secrets;
        this.settings = settings;
        this.events = events;
    }

    /** Whether there is a relay, without which {@code relayOnly} would let nobody meet. */
    public boolean hasRelay() {
        return settings.hasRelay();
    }

    /** Opens an empty call that waits; with {@code relayOnly} nobody in it learns another's network address. */
    public CallId open(PracticeId practice, boolean relayOnly) {
        CallId call = new CallId(UUID.randomUUID());
        transactions.in(practice, () -> calls.open(practice, call, relayOnly));
        log.info("Call {} opened", call);
        return call;
    }

    /** Hides addresses, or no longer, in every call of the practice that is not closed: with the next welcome of whoever is in it. */
    public void relayOnly(PracticeId practice, boolean relayOnly) {
        transactions.in(practice, () -> calls.relayOnly(practice, relayOnly));
    }

    /**
     * Adds a seat. A clinician's is admitted from the start, anybody else's waits in the lobby. Throws {@link CallOver} if
     * the call is closed or the practice has no such call, and {@link CallFull} if there are {@link Room#MOST_SEATS}.
     */
    public ParticipantId seat(PracticeId practice, CallId call, ParticipantRole role) {
        ParticipantId participant = new ParticipantId(UUID.randomUUID());
        transactions.in(practice, () -> {
            calls.lock(practice, call);
            if (look(practice, call).filter(room -> !room.hasRoom()).isPresent()) {
                throw new CallFull("Everybody who fits is invited");
            }
            if (!seats.add(practice, call, participant, role)) {
                throw new CallOver("The call is closed");
            }
            rooms.ringAfterCommit(practice, call);
        });
        return participant;
    }

    /**
     * Issues a pass that opens a socket for this seat, once, for as long as {@code anteroom.call.pass-for} says. Throws
     * {@link CallOver} if the call is closed and {@link NoSuchParticipant} if the practice has no such seat.
     */
    public CallPass pass(PracticeId practice, ParticipantId participant) {
        return transactions.in(practice, () -> {
            CallId call =
                    seats.callOf(practice, participant).orElseThrow(() -> new NoSuchParticipant("No such participant"));
            if (look(practice, call)
                    .filter(room -> room.state() != CallState.CLOSED)
                    .flatMap(room -> room.seat(participant))
                    .filter(seat -> seat.state() != Participant.State.REMOVED)
                    .isEmpty()) {
                throw new CallOver("The call is closed, or for this participant");
            }
            CallPass pass = new CallPass(practice + "." + secrets.alphanumeric(32));
            seats.addPass(practice, Secrets.digest(pass.value()), participant, settings.passFor());
            return pass;
        });
    }

    /**
     * Lets a participant in; the call goes live with the first. Doing it again is fine. Throws {@link NotAllowed} if
     * {@code by} is no clinician of this call, {@link ParticipantGone} if the participant has left, is gone or never came,
     * and {@link CallOver} if the call has ended.
     */
    public void admit(PracticeId practice, CallId call, ParticipantId whom, ParticipantId by) {
        transactions.in(practice, () -> {
            if (rooms.change(practice, call, (room, now) -> room.admit(whom, by, now))
                    .made()) {
                events.publishEvent(new ParticipantAdmitted(practice, call, whom, by));
                log.info("Call {}: {} admitted by {}", call, whom, by);
            }
        });
    }

    /**
     * Sets a participant aside ({@code on}), who then neither hears nor is heard, or brings them back. Doing either twice is fine. Throws
     * {@link NotAllowed} if {@code by} is no clinician of this call, or it is about a clinician or somebody who was not let in,
     * {@link ParticipantGone} if the participant has left, and {@link CallOver} if the call has ended.
     */
    public void hold(PracticeId practice, CallId call, ParticipantId whom, boolean on, ParticipantId by) {
        transactions.in(practice, () -> {
            if (rooms.change(practice, call, (room, now) -> room.hold(whom, on, by))
                    .made()) {
                events.publishEvent(new ParticipantHeld(practice, call, whom, on, by));
                log.info("Call {}: {} held {} by {}", call, whom, on, by);
            }
        });
    }

    /**
     * Sends a guest away for good: the socket is closed, the passes are void. Doing it twice is fine. Throws {@link NotAllowed} if {@code by} is no
     * clinician of this call or it is about somebody else than a guest, and {@link CallOver} if the call is closed.
     */
    public void remove(PracticeId practice, CallId call, ParticipantId whom, ParticipantId by) {
        transactions.in(practice, () -> {
            Rooms.Change change = rooms.change(practice, call, (room, now) -> room.remove(whom, by, now));
            if (change.made()) {
                seats.revokePasses(practice, whom);
                seats.endSession(practice, whom, change.after().require(whom).gen());
                events.publishEvent(new ParticipantRemoved(practice, call, whom, by));
                log.info("Call {}: {} removed by {}", call, whom, by);
            }
        });
    }

    /**
     * Shows a guest as large as the patient on every page, or nobody any more ({@code whom} is null). Throws {@link NotAllowed} if {@code by} is no
     * clinician of this call or {@code whom} no guest, {@link ParticipantGone} if the guest is not in the call, and {@link CallOver} if it has ended.
     */
    public void pin(PracticeId practice, CallId call, @Nullable ParticipantId whom, ParticipantId by) {
        rooms.change(practice, call, (room, now) -> room.pin(whom, by));
    }

    /**
     * Goes on by telephone ({@code on}) or by video again. Doing either twice is fine. Throws {@link NotAllowed} if {@code by}
     * is no clinician of this call or nobody was let in yet, and {@link CallOver} if the call has ended.
     */
    public void phone(PracticeId practice, CallId call, boolean on, ParticipantId by) {
        transactions.in(practice, () -> {
            if (rooms.change(practice, call, (room, now) -> room.phone(by, on, now))
                    .made()) {
                events.publishEvent(
                        on
                                ? new CallContinuedByPhone(practice, call, by)
                                : new CallContinuedByVideo(practice, call, by));
                log.info("Call {} goes on by {}", call, on ? "telephone" : "video");
            }
        });
    }

    /**
     * Stops the call for everybody; {@code by} is null if the service does it. It can be reopened. Ending twice is fine.
     * Throws {@link NotAllowed} if {@code by} is no clinician of this call.
     */
    public void end(PracticeId practice, CallId call, @Nullable ParticipantId by) {
        transactions.in(practice, () -> {
            if (rooms.change(practice, call, (room, now) -> room.end(by, now)).made()) {
                events.publishEvent(new CallEnded(practice, call, by));
                log.info("Call {} ended by {}", call, by);
            }
        });
    }

    /**
     * Lets an ended call go on: live if it ever was, else waiting; the devices connect anew. Nothing happens to a call that
     * has not ended. Throws {@link CallOver} if it is closed.
     */
    public void reopen(PracticeId practice, CallId call) {
        transactions.in(practice, () -> {
            if (rooms.change(practice, call, (room, now) -> room.reopen()).made()) {
                events.publishEvent(new CallReopened(practice, call));
                log.info("Call {} reopened", call);
            }
        });
    }

    /** Closes a call for good: outcome recorded, cancelled or expired. Every socket gets a last snapshot and 4410. */
    public void close(PracticeId practice, CallId call) {
        transactions.in(practice, () -> {
            Rooms.Change change = rooms.change(practice, call, (room, now) -> room.close(now));
            if (change.made()) {
                boolean hadEnded = change.before().state() == CallState.ENDED;
                events.publishEvent(new CallClosed(practice, call, hadEnded));
                log.info("Call {} closed", call);
            }
        });
    }

    /**
     * Empties a seat for somebody else to sit there: what its page still says is refused, its passes are void, and it is told that the place was taken
     * over.
     */
    public void vacate(PracticeId practice, CallId call, ParticipantId who) {
        transactions.in(practice, () -> {
            Room room = rooms.change(practice, call, (before, now) -> before.vacate(who, now))
                    .after();
            seats.revokePasses(practice, who);
            seats.endSession(practice, who, room.require(who).gen());
            log.info("Call {}: {} vacated", call, who);
        });
    }

    /**
     * Tells every page of the call, after the commit, that something beside the call has changed. {@code topic} names what to look up
     * anew, one lower-case word, and carries no content: what a page may know of it is decided where it asks.
     */
    public void tell(PracticeId practice, CallId call, String topic) {
        rooms.tellAfterCommit(practice, call, topic);
    }

    /**
     * Keeps everybody else from changing this call until the caller's transaction ends. Whoever locks a row that a listener of this room's events
     * locks too takes this first: a socket's command locks the call and then what listens, and the other way round they would wait for each other.
     */
    public void hold(PracticeId practice, CallId call) {
        transactions.in(practice, () -> calls.lock(practice, call));
    }

    /** The room as it is now, or nothing if the practice has no such call. */
    public Optional<Room> look(PracticeId practice, CallId call) {
        return rooms.look(practice, call);
    }

    /** As {@link #look(PracticeId, CallId)}, for many at once; without those the practice does not have. */
    public Map<CallId, Room> look(PracticeId practice, Collection<CallId> wanted) {
        return rooms.look(practice, wanted);
    }
}
