package uk.anteroom.call;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
 * @param pinned whose picture everybody sees as large as the patient's; null for nobody's
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
        @Nullable ParticipantId pinned,
        boolean relayOnly,
        List<Participant> participants) {

    /** More than four connect to each other too slowly (each sends to all), and no consultation needed more. */
    public static final int MOST_SEATS = 4;

    /** The seat of that name, if it is in this call. */
    public Optional<Participant> seat(ParticipantId participant) {
        return participants.stream().filter(p -> p.id().equals(participant)).findFirst();
    }

    /** A clinician is connected. */
    public boolean clinicianHere() {
        return participants.stream()
                .anyMatch(p -> p.role() == ParticipantRole.CLINICIAN && p.presence() == Participant.Presence.HERE);
    }

    /** Which epoch two seats connect in: it rises when either of them, or the whole call, must connect anew. */
    public int epochOf(Participant one, Participant another) {
        return epoch + one.epoch() + another.epoch();
    }

    /** Whether there is room for one more; who was sent away takes none. */
    public boolean hasRoom() {
        return participants.stream()
                        .filter(p -> p.state() != Participant.State.REMOVED)
                        .count()
                < MOST_SEATS;
    }

    /** As the page of that seat may know it: what devices are like is for clinicians, a card for whom it is meant besides. */
    public Room seenBy(ParticipantId who) {
        if (seat(who).filter(p -> p.role() == ParticipantRole.CLINICIAN).isPresent()) {
            return this;
        }
        List<Participant> seen = participants.stream()
                .map(p -> p.checked(null))
                .map(p -> p.id().equals(who) ? p : p.shown(null))
                .toList();
        return new Room(id, state, rev, epoch, liveAt, endedAt, phoneSince, pinned, relayOnly, seen);
    }

    Room enter(ParticipantId who, Instant now) {
        requireNotClosed();
        requireNotRemoved(who);
        return with(who, p -> p.enter(now));
    }

    Room resume(ParticipantId who, boolean anew, Instant now) {
        requireNotClosed();
        requireNotRemoved(who);
        return with(who, p -> p.resume(anew, now));
    }

    Room vacate(ParticipantId who, Instant now) {
        return state == CallState.CLOSED || require(who).state() == Participant.State.REMOVED
                ? this
                : with(who, p -> p.vacate(now));
    }

    Room ready(ParticipantId who, int gen, Participant.Device camera, Participant.Device microphone) {
        Participant seat = current(who, gen);
        return camera == seat.camera() && microphone == seat.microphone()
                ? this
                : with(who, p -> p.ready(camera, microphone));
    }

    Room checked(ParticipantId who, int gen, Check check) {
        Participant seat = current(who, gen);
        if (seat.role() == ParticipantRole.CLINICIAN) {
            throw new NotAllowed("A clinician is not helped");
        }
        if (seat.state() == Participant.State.REMOVED) {
            throw new ParticipantGone("The participant was sent away");
        }
        Check known = check.empty() ? null : check;
        return Objects.equals(known, seat.check()) ? this : with(who, p -> p.checked(known));
    }

    /** Shows somebody the steps that put that right; null takes them away. */
    Room card(ParticipantId whom, Check.@Nullable Problem card, ParticipantId by) {
        requireClinician(by);
        if (state == CallState.ENDED || state == CallState.CLOSED) {
            throw new CallOver("The call is over");
        }
        Participant seat = require(whom);
        if (seat.role() == ParticipantRole.CLINICIAN) {
            throw new NotAllowed("A clinician is not helped");
        }
        if (seat.state() == Participant.State.REMOVED) {
            throw new ParticipantGone("The participant was sent away");
        }
        return seat.card() == card ? this : with(whom, p -> p.shown(card));
    }

    Room cardDone(ParticipantId who, int gen) {
        return current(who, gen).card() == null ? this : with(who, p -> p.shown(null));
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
        boolean nothingToSay =
                seat.gen() != gen || seat.absent() || seat.presence() == presence || state == CallState.CLOSED;
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
        if (seat.absent()) {
            throw new ParticipantGone("The participant has left");
        }
        if (seat.state() == Participant.State.ADMITTED) {
            return this;
        }
        if (seat.role() == ParticipantRole.GUEST && state != CallState.LIVE) {
            throw new NotAllowed("The patient comes first");
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

    Room hold(ParticipantId whom, boolean on, ParticipantId by) {
        requireClinician(by);
        requireLive();
        Participant seat = require(whom);
        if (seat.role() == ParticipantRole.CLINICIAN) {
            throw new NotAllowed("A clinician is not set aside");
        }
        if (seat.absent()) {
            throw new ParticipantGone("The participant has left");
        }
        if (seat.state() != Participant.State.ADMITTED) {
            throw new NotAllowed("Who waits is not set aside");
        }
        return seat.held() == on ? this : with(whom, p -> p.hold(on));
    }

    Room remove(ParticipantId whom, ParticipantId by, Instant now) {
        requireClinician(by);
        requireNotClosed();
        Participant seat = require(whom);
        if (seat.role() != ParticipantRole.GUEST) {
            throw new NotAllowed("Only guests are sent away");
        }
        return seat.state() == Participant.State.REMOVED
                ? this
                : with(whom, p -> p.remove(now)).pin(whom.equals(pinned) ? null : pinned);
    }

    Room pin(@Nullable ParticipantId whom, ParticipantId by) {
        requireClinician(by);
        requireLive();
        if (whom != null && require(whom).role() != ParticipantRole.GUEST) {
            throw new NotAllowed("Only a guest is pinned");
        }
        if (whom != null && require(whom).state() != Participant.State.ADMITTED) {
            throw new ParticipantGone("The guest is not in the call");
        }
        return Objects.equals(whom, pinned) ? this : pin(whom);
    }

    Room phone(ParticipantId by, boolean on, Instant now) {
        requireClinician(by);
        requireLive();
        return on == (phoneSince != null)
                ? this
                : new Room(id, state, rev, epoch, liveAt, endedAt, on ? now : null, pinned, relayOnly, participants);
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
        return new Room(id, state, newRev, epoch, liveAt, endedAt, phoneSince, pinned, relayOnly, participants);
    }

    /** The seat, if the one who speaks is still the one who holds it. */
    Participant current(ParticipantId who, int gen) {
        Participant seat = require(who);
        // first: what they say while they are sent away must not read as if somebody else sat there
        requireNotRemoved(who);
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

    private void requireLive() {
        if (state == CallState.ENDED || state == CallState.CLOSED) {
            throw new CallOver("The call is over");
        }
        if (state == CallState.WAITING) {
            throw new NotAllowed("Nobody was let in yet");
        }
    }

    private void requireNotRemoved(ParticipantId who) {
        if (require(who).state() == Participant.State.REMOVED) {
            throw new CallOver("The call is over for who was sent away");
        }
    }

    private Room pin(@Nullable ParticipantId whom) {
        return new Room(id, state, rev, epoch, liveAt, endedAt, phoneSince, whom, relayOnly, participants);
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
        return new Room(id, state, rev, epoch, liveAt, endedAt, phoneSince, pinned, relayOnly, changed);
    }

    private Room at(CallState newState, int newEpoch, @Nullable Instant newLiveAt, @Nullable Instant newEndedAt) {
        Instant newPhoneSince = newState == CallState.LIVE ? phoneSince : null;
        return new Room(
                id, newState, rev, newEpoch, newLiveAt, newEndedAt, newPhoneSince, pinned, relayOnly, participants);
    }
}
