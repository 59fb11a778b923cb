package uk.anteroom.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One seat of a call as it is now.
 *
 * @param presenceAt when {@code presence} was last confirmed or changed
 * @param arrivedAt first time this seat was taken; arriving is checking in
 * @param gen how often a socket has taken this seat over; fences off what an older one still says
 * @param camera null until the page has said what its devices are
 * @param media what is being sent, the participant's own last word; null before
 */
public record Participant(
        ParticipantId id,
        ParticipantRole role,
        State state,
        Presence presence,
        Instant presenceAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant admittedAt,
        int gen,
        @Nullable Device camera,
        @Nullable Device microphone,
        @Nullable Media media) {

    /** In the waiting room, let in, or gone of its own accord (may come back without being admitted again). */
    public enum State {
        LOBBY,
        ADMITTED,
        LEFT
    }

    /** Connected; lost or silent for 25 s; never came or away for 120 s. */
    public enum Presence {
        HERE,
        AWAY,
        GONE
    }

    /** What a page found out about a camera or microphone. */
    public enum Device {
        WORKS,
        OFF,
        DENIED,
        BLOCKED,
        BUSY,
        NONE,
        SILENT
    }

    /** Which of the three tracks is sent. */
    public record Media(boolean microphone, boolean camera, boolean screen) {}

    /** The devices are known. */
    public boolean ready() {
        return camera != null && microphone != null;
    }

    Participant enter(Instant now) {
        return new Participant(
                id,
                role,
                admittedAt == null ? State.LOBBY : State.ADMITTED,
                Presence.HERE,
                now,
                arrivedAt == null ? now : arrivedAt,
                admittedAt,
                gen + 1,
                null,
                null,
                null);
    }

    Participant resume(Instant now) {
        return at(state == State.LEFT ? presence : Presence.HERE, now, gen + 1);
    }

    Participant vacate(Instant now) {
        return at(Presence.GONE, now, gen + 1);
    }

    Participant present(Presence changed, Instant now) {
        return at(changed, now, gen);
    }

    Participant ready(Device newCamera, Device newMicrophone) {
        return new Participant(
                id, role, state, presence, presenceAt, arrivedAt, admittedAt, gen, newCamera, newMicrophone, media);
    }

    Participant sends(Media newMedia) {
        return new Participant(
                id, role, state, presence, presenceAt, arrivedAt, admittedAt, gen, camera, microphone, newMedia);
    }

    Participant admit(Instant now) {
        return new Participant(
                id, role, State.ADMITTED, presence, presenceAt, arrivedAt, now, gen, camera, microphone, media);
    }

    Participant leave(Instant now) {
        return new Participant(
                id, role, State.LEFT, Presence.GONE, now, arrivedAt, admittedAt, gen, camera, microphone, null);
    }

    private Participant at(Presence newPresence, Instant now, int newGen) {
        return new Participant(
                id, role, state, newPresence, now, arrivedAt, admittedAt, newGen, camera, microphone, media);
    }
}
