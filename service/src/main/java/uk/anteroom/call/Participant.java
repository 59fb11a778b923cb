package uk.anteroom.call;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One seat of a call as it is now.
 *
 * @param presenceAt when {@code presence} was last confirmed or changed
 * @param arrivedAt first time this seat was taken; arriving is checking in
 * @param held set aside for a moment by a clinician; means something only to who was let in
 * @param gen how often a socket has taken this seat over; fences off what an older one still says
 * @param epoch rises when the devices of this seat must connect anew
 * @param camera null until the page has said what its devices are
 * @param media what is being sent, the participant's own last word; null before
 * @param check what the page found out about its devices; null while it has not said so. For clinicians only
 * @param card the steps a clinician wants this participant to see; kept until it is closed or taken away
 */
public record Participant(
        ParticipantId id,
        ParticipantRole role,
        State state,
        Presence presence,
        Instant presenceAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant admittedAt,
        boolean held,
        int gen,
        int epoch,
        @Nullable Device camera,
        @Nullable Device microphone,
        @Nullable Media media,
        @Nullable Check check,
        Check.@Nullable Problem card) {

    /** In the waiting room, let in, gone of its own accord (may come back without being admitted again), or sent away for good. */
    public enum State {
        LOBBY,
        ADMITTED,
        LEFT,
        REMOVED
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

    /** An empty seat. A clinician's is admitted from the start. */
    static Participant empty(ParticipantId id, ParticipantRole role, Instant now) {
        boolean clinician = role == ParticipantRole.CLINICIAN;
        return new Participant(
                id,
                role,
                clinician ? State.ADMITTED : State.LOBBY,
                Presence.GONE,
                now,
                null,
                clinician ? now : null,
                false,
                0,
                0,
                null,
                null,
                null,
                null,
                null);
    }

    /** The devices are known. */
    public boolean ready() {
        return camera != null && microphone != null;
    }

    /** Let in and not set aside: may see and hear, and be seen and heard. */
    public boolean meets() {
        return state == State.ADMITTED && !held;
    }

    /** Went, or was sent away. */
    public boolean absent() {
        return state == State.LEFT || state == State.REMOVED;
    }

    Participant enter(Instant now) {
        // a page that comes anew knows nothing of the connections its predecessor had
        return edit(to -> {
            to.state = admittedAt == null ? State.LOBBY : State.ADMITTED;
            to.presence = Presence.HERE;
            to.presenceAt = now;
            to.arrivedAt = arrivedAt == null ? now : arrivedAt;
            to.gen++;
            to.epoch += gen > 0 ? 1 : 0;
            to.camera = null;
            to.microphone = null;
            to.media = null;
            to.check = null;
        });
    }

    Participant resume(boolean anew, Instant now) {
        return edit(to -> {
            to.presence = state == State.LEFT ? presence : Presence.HERE;
            to.presenceAt = now;
            to.gen++;
            to.epoch += anew ? 1 : 0;
        });
    }

    /** Somebody else sits here next: what was said to and by the last one is not theirs. */
    Participant vacate(Instant now) {
        return edit(to -> {
            to.presence = Presence.GONE;
            to.presenceAt = now;
            to.gen++;
            to.check = null;
            to.card = null;
        });
    }

    Participant present(Presence changed, Instant now) {
        return edit(to -> {
            to.presence = changed;
            to.presenceAt = now;
        });
    }

    Participant ready(Device newCamera, Device newMicrophone) {
        return edit(to -> {
            to.camera = newCamera;
            to.microphone = newMicrophone;
        });
    }

    Participant sends(Media newMedia) {
        return edit(to -> to.media = newMedia);
    }

    Participant checked(@Nullable Check newCheck) {
        return edit(to -> to.check = newCheck);
    }

    Participant shown(Check.@Nullable Problem newCard) {
        return edit(to -> to.card = newCard);
    }

    Participant admit(Instant now) {
        return edit(to -> {
            to.state = State.ADMITTED;
            to.admittedAt = now;
        });
    }

    Participant hold(boolean on) {
        return edit(to -> to.held = on);
    }

    Participant leave(Instant now) {
        return edit(to -> {
            to.state = State.LEFT;
            to.presence = Presence.GONE;
            to.presenceAt = now;
            to.media = null;
        });
    }

    Participant remove(Instant now) {
        return edit(to -> {
            to.state = State.REMOVED;
            to.presence = Presence.GONE;
            to.presenceAt = now;
            to.held = false;
            to.gen++;
            to.media = null;
        });
    }

    private Participant edit(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.participant();
    }

    /** A seat while it changes. */
    private static final class Draft {
        private final Participant from;
        private State state;
        private Presence presence;
        private Instant presenceAt;
        private @Nullable Instant arrivedAt;
        private @Nullable Instant admittedAt;
        private boolean held;
        private int gen;
        private int epoch;
        private @Nullable Device camera;
        private @Nullable Device microphone;
        private @Nullable Media media;
        private @Nullable Check check;
        private Check.@Nullable Problem card;

        private Draft(Participant from) {
            this.from = from;
            state = from.state;
            presence = from.presence;
            presenceAt = from.presenceAt;
            arrivedAt = from.arrivedAt;
            admittedAt = from.admittedAt;
            held = from.held;
            gen = from.gen;
            epoch = from.epoch;
            camera = from.camera;
            microphone = from.microphone;
            media = from.media;
            check = from.check;
            card = from.card;
        }

        private Participant participant() {
            return new Participant(
                    from.id,
                    from.role,
                    state,
                    presence,
                    presenceAt,
                    arrivedAt,
                    admittedAt,
                    held,
                    gen,
                    epoch,
                    camera,
                    microphone,
                    media,
                    check,
                    card);
        }
    }
}
