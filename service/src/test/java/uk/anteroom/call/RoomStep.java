package uk.anteroom.call;

import java.time.Instant;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * One thing that may happen to a room of three seats.
 *
 * @param who whose seat it is about
 * @param by who wants it
 * @param stale it is said by somebody who was taken over
 * @param card what a clinician wants to be shown; null takes it away
 * @param on for the phone, for holding and pinning; for a resume whether the devices connect anew; for the end whether the service does it
 */
record RoomStep(
        Kind kind,
        int who,
        int by,
        boolean stale,
        boolean on,
        Participant.Presence presence,
        Participant.Device camera,
        Participant.Device microphone,
        Participant.Media media,
        Check check,
        Check.@Nullable Problem card) {

    enum Kind {
        ENTER,
        RESUME,
        READY,
        SENDS,
        ADMIT,
        LEAVE,
        END,
        REOPEN,
        PRESENT,
        VACATE,
        PHONE,
        HOLD,
        REMOVE,
        PIN,
        CHECK,
        CARD,
        CARD_DONE,
        CLOSE
    }

    // Closing is for good: as often as anything else, hardly a walk would come far.
    private static final int OTHERS_FOR_ONE_CLOSE = 60;

    private static final int OTHERS_FOR_ONE_REMOVAL = 4;

    static Arbitrary<RoomStep> any() {
        return Arbitraries.randomValue(RoomStep::draw);
    }

    static RoomStep draw(RandomGenerator random) {
        Kind[] kinds = Kind.values();
        Kind kind = random.nextInt(OTHERS_FOR_ONE_CLOSE) == 0 ? Kind.CLOSE : kinds[random.nextInt(kinds.length - 1)];
        if (kind == Kind.REMOVE && random.nextInt(OTHERS_FOR_ONE_REMOVAL) != 0) {
            kind = Kind.ENTER;
        }
        return new RoomStep(
                kind,
                random.nextInt(3),
                // a clinician more often than not, so that calls come to life
                Math.max(0, random.nextInt(5) - 2),
                random.nextInt(6) == 0,
                random.nextBoolean(),
                one(Participant.Presence.values(), random),
                one(Participant.Device.values(), random),
                one(Participant.Device.values(), random),
                new Participant.Media(random.nextBoolean(), random.nextBoolean(), false),
                new Check(
                        oneOrNone(Check.Problem.values(), random),
                        null,
                        null,
                        oneOrNone(Check.Speaker.values(), random),
                        null),
                oneOrNone(Check.Problem.values(), random));
    }

    Room applyTo(Room room, Instant now) {
        ParticipantId seat = room.participants().get(who).id();
        ParticipantId actor = room.participants().get(by).id();
        int gen = room.participants().get(who).gen() - (stale ? 1 : 0);
        return switch (kind) {
            case ENTER -> room.enter(seat, now);
            case RESUME -> room.resume(seat, on, now);
            case READY -> room.ready(seat, gen, camera, microphone);
            case SENDS -> room.sends(seat, gen, media);
            case ADMIT -> room.admit(seat, actor, now);
            case LEAVE -> room.leave(seat, gen, now);
            case END -> room.end(on ? null : actor, now);
            case REOPEN -> room.reopen();
            case PRESENT -> room.present(seat, gen, presence, now);
            case VACATE -> room.vacate(seat, now);
            case PHONE -> room.phone(actor, on, now);
            case HOLD -> room.hold(seat, on, actor);
            case REMOVE -> room.remove(seat, actor, now);
            case PIN -> room.pin(on ? seat : null, actor);
            case CHECK -> room.checked(seat, gen, check);
            case CARD -> room.card(seat, card, actor);
            case CARD_DONE -> room.cardDone(seat, gen);
            case CLOSE -> room.close(now);
        };
    }

    private static <T> @Nullable T oneOrNone(T[] values, RandomGenerator random) {
        return random.nextInt(3) == 0 ? null : one(values, random);
    }

    private static <T> T one(T[] values, RandomGenerator random) {
        return values[random.nextInt(values.length)];
    }
}
