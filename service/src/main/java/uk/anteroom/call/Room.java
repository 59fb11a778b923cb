package uk.anteroom.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A call and everybody in it at one revision, and the rules by which it changes. A rule answers the room afterwards, or
 * this very room if there is nothing to change, or throws what was broken.
 *
 * @param rev rises by one with every change
 * @param epoch rises when the devices must connect anew
 * @param liveAt when the first participant was admitted
 * @param endedAt when it last ended; null while it is not ended
 * @param phoneSince since when it goes on by telephone; null while it goes on by video
 * @param relayOnly nobody in it may learn another's network address
 */
public record Room(
        CallId id,
        CallState state,
        long rev,
        int epoch,
        @Nullable Instant liveAt,
        @Nullable Instant endedAt,
        @Nullable Instant phoneSince,
        boolean relayOnly,
        List<Participant> participants) {

    /** The seat of that name, if it is in this call. */
    public Optional<Participant> seat(ParticipantId participant) {
        return participants.stream().filter(p -> p.id().equals(participant)).findFirst();
    }

    /** A clinician is connected. */
    public boolean clinicianHere() {
        return participants.stream()
                .anyMatch(p -> p.role() == ParticipantRole.CLINICIAN && p.presence() == Participant.Presence.HERE);
    }

    Room enter(ParticipantId who, Instant now) {
        requireNotClosed();
        // a page that comes anew knows nothing of the connections its predecessor had
        int newEpoch = require(who).gen() > 0 ? epoch + 1 : epoch;
        return with(who, p -> p.enter(now)).at(state, newEpoch, liveAt, endedAt);
    }

    Room resume(ParticipantId who, boolean anew, Instant now) {
        requireNotClosed();
        return with(who, p -> p.resume(now)).at(state, anew ? epoch + 1 : epoch, liveAt, endedAt);
    }

    Room vacate(ParticipantId who, Instant now) {
        return state == CallState.CLOSED ? this : with(who, p -> p.vacate(now));
    }

    Room ready(ParticipantId who, int gen, Participant.Device camera, Participant.Device microphone) {
        Participant seat = current(who, gen);
        return camera == seat.camera() && microphone == seat.microphone()
                ? this
                : with(who, p -> p.ready(camera, microphone));
    }

    Room sends(ParticipantId who, int gen, Participant.Media media) {
        Participant seat = current(who, gen);
        if (seat.state() != Participant.State.ADMITTED) {
            throw new NotAllowed("Nothing is sent before admission");
        }
        return media.equals(seat.media()) ? this : with(who, p -> p.sends(media));
    }

    Room present(ParticipantId who, int gen, Participant.Presence presence, Instant now) {
        Participant seat = require(who);
        boolean nothingToSay = seat.gen() != gen
                || seat.state() == Participant.State.LEFT
                || seat.presence() == presence
                || state == CallState.CLOSED;
        return nothingToSay ? this : with(who, p -> p.present(presence, now));
    }

    /** Writes down the presence as it reads by now, with a new time so that it differs from what is stored. */
    Room lapse(ParticipantId who, Instant now) {
        return with(who, p -> p.present(p.presence(), now));
    }

    Room admit(ParticipantId whom, ParticipantId by, Instant now) {
        requireClinician(by);
        if (state == CallState.ENDED || state == CallState.CLOSED) {
            throw new CallOver("The call is over");
        }
        Participant seat = require(whom);
        if (seat.state() == Participant.State.LEFT) {
            throw new ParticipantGone("The participant has left");
        }
        if (seat.state() == Participant.State.ADMITTED) {
            return this;
        }
        if (seat.presence() == Participant.Presence.GONE) {
            throw new ParticipantGone("The participant is not here");
        }
        return with(whom, p -> p.admit(now)).at(CallState.LIVE, epoch, liveAt == null ? now : liveAt, null);
    }

    Room leave(ParticipantId who, int gen, Instant now) {
        Participant seat = current(who, gen);
        if (seat.role() == ParticipantRole.CLINICIAN) {
            throw new NotAllowed("A clinician ends the call");
        }
        return seat.state() == Participant.State.LEFT ? this : with(who, p -> p.leave(now));
    }

    Room phone(ParticipantId by, boolean on, Instant now) {
        requireClinician(by);
        if (state == CallState.ENDED || state == CallState.CLOSED) {
            throw new CallOver("The call is over");
        }
        if (state == CallState.WAITING) {
            throw new NotAllowed("Nobody was let in yet");
        }
        return on == (phoneSince != null)
                ? this
                : new Room(id, state, rev, epoch, liveAt, endedAt, on ? now : null, relayOnly, participants);
    }

    Room end(@Nullable ParticipantId by, Instant now) {
        if (by != null) {
            requireClinician(by);
        }
        return state == CallState.ENDED || state == CallState.CLOSED ? this : at(CallState.ENDED, epoch, liveAt, now);
    }

    Room reopen() {
        requireNotClosed();
        return state == CallState.ENDED
                ? at(liveAt == null ? CallState.WAITING : CallState.LIVE, epoch + 1, liveAt, null)
                : this;
    }

    Room close(Instant now) {
        return state == CallState.CLOSED ? this : at(CallState.CLOSED, epoch, liveAt, endedAt == null ? now : endedAt);
    }

    Room withRev(long newRev) {
        return new Room(id, state, newRev, epoch, liveAt, endedAt, phoneSince, relayOnly, participants);
    }

    /** The seat, if the one who speaks is still the one who holds it. */
    Participant current(ParticipantId who, int gen) {
        Participant seat = require(who);
        if (seat.gen() != gen) {
            throw new TakenOver("The seat was taken over");
        }
        requireNotClosed();
        return seat;
    }

    Participant require(ParticipantId who) {
        return seat(who).orElseThrow(() -> new NoSuchParticipant("No such participant"));
    }

    private void requireClinician(ParticipantId by) {
        if (seat(by).filter(p -> p.role() == ParticipantRole.CLINICIAN).isEmpty()) {
            throw new NotAllowed("Only a clinician of this call may do that");
        }
    }

    private void requireNotClosed() {
        if (state == CallState.CLOSED) {
            throw new CallOver("The call is closed");
        }
    }

    private Room with(ParticipantId who, UnaryOperator<Participant> change) {
        List<Participant> changed = participants.stream()
                .map(p -> p.id().equals(who) ? change.apply(p) : p)
                .toList();
        return new Room(id, state, rev, epoch, liveAt, endedAt, phoneSince, relayOnly, changed);
    }

    private Room at(CallState newState, int newEpoch, @Nullable Instant newLiveAt, @Nullable Instant newEndedAt) {
        Instant newPhoneSince = newState == CallState.LIVE ? phoneSince : null;
        return new Room(id, newState, rev, newEpoch, newLiveAt, newEndedAt, newPhoneSince, relayOnly, participants);
    }
}
