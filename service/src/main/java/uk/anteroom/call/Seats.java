package uk.anteroom.call;

import java.util.List;
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
 * What those who sit in a call do themselves, on behalf of an {@link Occupant}. Whoever was taken over is refused with
 * {@link TakenOver}. For the sockets only; other rooms talk to {@link Calls}.
 *
 * <p>Everything locks the call before a seat, a session or a pass: the other way round two of them would wait for each other.
 */
@Service
public class Seats {

    private static final Logger log = LoggerFactory.getLogger(Seats.class);

    private final PracticeTransactions transactions;
    private final SeatStore store;
    private final Rooms rooms;
    private final Calls calls;
    private final Secrets secrets;
    private final CallSettings settings;
    private final ApplicationEventPublisher events;

    Seats(
            PracticeTransactions transactions,
            SeatStore store,
            Rooms rooms,
            Calls calls,
            Secrets secrets,
            CallSettings settings,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.store = store;
        this.rooms = rooms;
        this.calls = calls;
        this.secrets = secrets;
        this.settings = settings;
        this.events = events;
    }

    /** A seat just taken. The token resumes the session once. */
    public record Taken(Occupant occupant, String token, boolean relayOnly) {

        @Override
        public String toString() {
            return "Taken[" + occupant + ", token=(secret), relayOnly=" + relayOnly + "]";
        }
    }

    /** Takes the seat the pass is for, in a new session. Throws {@link PassRefused} and {@link CallOver}. */
    public Taken take(CallPass pass) {
        PracticeId practice = practiceOf(pass.value());
        return transactions.in(practice, () -> {
            byte[] hash = Secrets.digest(pass.value());
            CallId call = store.callOfPass(practice, hash).orElseThrow(() -> new PassRefused("Pass refused"));
            calls.hold(practice, call);
            ParticipantId who = store.usePass(practice, hash).orElseThrow(() -> new PassRefused("Pass refused"));
            Rooms.Change change = rooms.change(practice, call, (room, now) -> room.enter(who, now));
            UUID session = UUID.randomUUID();
            String token = secrets.base64(32);
            store.startSession(practice, who, session, Secrets.digest(token));
            boolean first = change.before().require(who).arrivedAt() == null;
            Occupant occupant = occupant(practice, change.after(), who, session);
            events.publishEvent(new ParticipantEntered(practice, call, who, occupant.role(), first));
            log.info("Call {}: {} entered, generation {}", call, who, occupant.gen());
            return new Taken(occupant, token, change.after().relayOnly());
        });
    }

    /**
     * Takes a seat back for a new socket of a known session; {@code anew} if its devices must connect anew. Throws
     * {@link PassRefused} and {@link CallOver}.
     */
    public Taken takeBack(PracticeId practice, UUID session, String token, boolean anew) {
        return transactions.in(practice, () -> {
            String newToken = secrets.base64(32);
            CallId call = store.callOfSession(practice, session).orElseThrow(() -> new PassRefused("Session refused"));
            calls.hold(practice, call);
            ParticipantId who = store.swapToken(
                            practice,
                            session,
                            Secrets.digest(token),
                            Secrets.digest(newToken),
                            // presence_at may be 15 s older than the last contact
                            settings.holdFor().plusSeconds(15))
                    .orElseThrow(() -> new PassRefused("Session refused"));
            Rooms.Change change = rooms.change(practice, call, (room, now) -> room.resume(who, anew, now));
            Occupant occupant = occupant(practice, change.after(), who, session);
            if (change.before().require(who).presence()
                    != change.after().require(who).presence()) {
                events.publishEvent(new ParticipantEntered(practice, call, who, occupant.role(), false));
            }
            log.info("Call {}: {} resumed, generation {}, anew {}", call, who, occupant.gen(), anew);
            return new Taken(occupant, newToken, change.after().relayOnly());
        });
    }

    /** Notes what the page found out about its devices. */
    public void ready(Occupant by, Participant.Device camera, Participant.Device microphone) {
        transactions.in(by.practice(), () -> {
            Rooms.Change change = rooms.change(
                    by.practice(),
                    by.call(),
                    (room, now) -> room.ready(by.participant(), by.gen(), camera, microphone));
            if (!change.before().require(by.participant()).ready()) {
                events.publishEvent(new ParticipantReady(by.practice(), by.call(), by.participant(), by.role()));
            }
        });
    }

    /** Notes what a patient's or guest's page found out before the call. Throws {@link NotAllowed} to a clinician. */
    public void checked(Occupant by, Check check) {
        rooms.change(by.practice(), by.call(), (room, now) -> room.checked(by.participant(), by.gen(), check));
    }

    /** The participant has closed the card it was shown. */
    public void cardDone(Occupant by) {
        rooms.change(by.practice(), by.call(), (room, now) -> room.cardDone(by.participant(), by.gen()));
    }

    /** Notes what the participant sends. Throws {@link NotAllowed} before admission. */
    public void sends(Occupant by, Participant.Media media) {
        rooms.change(by.practice(), by.call(), (room, now) -> room.sends(by.participant(), by.gen(), media));
    }

    /** Passes on what the participant's page has measured, unless the call has ended. */
    public void report(Occupant by, Figures figures) {
        transactions.in(by.practice(), () -> {
            // whoever sums up at the end must find all of it or none
            calls.hold(by.practice(), by.call());
            Room room = rooms.look(by.practice(), by.call()).orElseThrow(() -> new NotAllowed("No such call"));
            room.current(by.participant(), by.gen());
            if (room.state() != CallState.ENDED) {
                events.publishEvent(new ParticipantReported(
                        by.practice(), by.call(), by.participant(), by.role(), by.session(), figures));
            }
        });
    }

    /** As {@link Calls#admit}. Answers the revision afterwards, as the other commands do. */
    public long admit(Occupant by, ParticipantId whom) {
        return command(by, () -> calls.admit(by.practice(), by.call(), whom, by.participant()));
    }

    /**
     * Shows one participant the steps that put a problem right, or takes them away ({@code card} null). Throws {@link
     * NotAllowed} to anybody but a clinician, {@link NoSuchParticipant}, and {@link CallOver} after the end.
     */
    public long card(Occupant by, ParticipantId whom, Check.@Nullable Problem card) {
        return command(
                by,
                () -> rooms.change(by.practice(), by.call(), (room, now) -> room.card(whom, card, by.participant())));
    }

    /** As {@link Calls#phone}. */
    public long phone(Occupant by, boolean on) {
        return command(by, () -> calls.phone(by.practice(), by.call(), on, by.participant()));
    }

    /** As {@link Calls#hold}. */
    public long hold(Occupant by, ParticipantId whom, boolean on) {
        return command(by, () -> calls.hold(by.practice(), by.call(), whom, on, by.participant()));
    }

    /** As {@link Calls#remove}. */
    public long remove(Occupant by, ParticipantId whom) {
        return command(by, () -> calls.remove(by.practice(), by.call(), whom, by.participant()));
    }

    /** As {@link Calls#pin}. */
    public long pin(Occupant by, @Nullable ParticipantId whom) {
        return command(by, () -> calls.pin(by.practice(), by.call(), whom, by.participant()));
    }

    /** As {@link Calls#end}. */
    public long end(Occupant by) {
        return command(by, () -> calls.end(by.practice(), by.call(), by.participant()));
    }

    /** Goes; the place is kept. Throws {@link NotAllowed} to a clinician. */
    public long leave(Occupant by) {
        return command(by, () -> {
            if (rooms.change(by.practice(), by.call(), (room, now) -> room.leave(by.participant(), by.gen(), now))
                    .made()) {
                events.publishEvent(new ParticipantLeft(by.practice(), by.call(), by.participant(), by.role()));
                log.info("Call {}: {} left", by.call(), by.participant());
            }
        });
    }

    /** Notes that the connection of this very occupant is there, lost or given up. Ignored if it was taken over. */
    public void present(Occupant by, Participant.Presence presence) {
        transactions.in(by.practice(), () -> {
            Rooms.Change change = rooms.change(
                    by.practice(), by.call(), (room, now) -> room.present(by.participant(), by.gen(), presence, now));
            if (presence == Participant.Presence.GONE) {
                store.endSession(by.practice(), by.participant(), by.gen());
            }
            if (!change.made()) {
                return;
            }
            events.publishEvent(
                    presence == Participant.Presence.HERE
                            ? new ParticipantEntered(by.practice(), by.call(), by.participant(), by.role(), false)
                            : new ParticipantAway(by.practice(), by.call(), by.participant(), by.role(), presence));
            log.info("Call {}: {} is {}", by.call(), by.participant(), presence);
        });
    }

    /** Notes that the occupant is still there, and tells only if a sweep took it for lost while this process stood still. */
    public void confirm(Occupant by) {
        transactions.in(by.practice(), () -> {
            if (!store.confirm(by.practice(), by.participant(), by.gen())) {
                present(by, Participant.Presence.HERE);
            }
        });
    }

    /** Makes what is out of date about this call's presences known: their process died without a word. */
    public void sweep(PracticeId practice, CallId call) {
        transactions.in(practice, () -> {
            List<ParticipantId> stale = store.stale(practice, call);
            for (ParticipantId who : stale) {
                Rooms.Change change = rooms.change(practice, call, (room, now) -> room.lapse(who, now));
                Participant lapsed = change.after().require(who);
                if (lapsed.presence() != Participant.Presence.HERE) {
                    events.publishEvent(new ParticipantAway(practice, call, who, lapsed.role(), lapsed.presence()));
                }
            }
        });
    }

    /** The room of a call, or nothing if the practice has no such call. */
    public Optional<Room> look(PracticeId practice, CallId call) {
        return rooms.look(practice, call);
    }

    private long command(Occupant by, Runnable work) {
        return transactions.in(by.practice(), () -> {
            rooms.look(by.practice(), by.call())
                    .orElseThrow(() -> new NotAllowed("No such call"))
                    .current(by.participant(), by.gen());
            work.run();
            return rooms.look(by.practice(), by.call()).map(Room::rev).orElse(0L);
        });
    }

    private static Occupant occupant(PracticeId practice, Room room, ParticipantId who, UUID session) {
        Participant seat = room.require(who);
        return new Occupant(practice, room.id(), who, seat.role(), session, seat.gen());
    }

    private static PracticeId practiceOf(String pass) {
        int dot = pass.indexOf('.');
        try {
            return PracticeId.of(pass.substring(0, Math.max(dot, 0)));
        } catch (IllegalArgumentException e) {
            throw new PassRefused("Pass refused");
        }
    }
}
