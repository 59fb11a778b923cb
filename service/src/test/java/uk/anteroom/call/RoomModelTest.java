package uk.anteroom.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** Whatever happens to a room, in whatever order, it is what the model says, and some things never happen. */
class RoomModelTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @Provide
    Arbitrary<List<RoomStep>> walks() {
        return RoomStep.any().list().ofMaxSize(120);
    }

    @Property(tries = 2000)
    void roomIsWhatTheModelSays(@ForAll("walks") List<RoomStep> walk) {
        Room room = empty();
        ModelRoom model = new ModelRoom();
        Instant now = START;
        for (RoomStep step : walk) {
            now = now.plusSeconds(1);
            Room before = room;
            String outcome;
            try {
                room = step.applyTo(before, now);
                outcome = room.equals(before) ? "nothing" : "changed";
            } catch (RuntimeException e) {
                outcome = e.getClass().getSimpleName();
            }

            assertThat(outcome).as("%s in %s", step, before).isEqualTo(model.step(step));
            assertThat(ModelRoom.seen(room)).as("%s in %s", step, before).isEqualTo(model.toString());
            nothingForbidden(before, room);
        }
        Statistics.collect(room.state());
    }

    /** A model that every walk passes because nothing happens in it would prove nothing. */
    @Test
    void walksReachEveryState() {
        Set<CallState> reached = EnumSet.noneOf(CallState.class);
        java.util.Random random = new java.util.Random(7);
        for (int walk = 0; walk < 200; walk++) {
            Room room = empty();
            for (int i = 0; i < 120; i++) {
                try {
                    room = RoomStep.draw(random).applyTo(room, START.plusSeconds(i));
                } catch (CallOver | NotAllowed | ParticipantGone | TakenOver refused) {
                    // refused steps are part of a walk
                }
                reached.add(room.state());
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(CallState.values());
    }

    private static void nothingForbidden(Room before, Room after) {
        assertThat(after.epoch()).isGreaterThanOrEqualTo(before.epoch());
        if (after.pinned() != null) {
            assertThat(after.require(after.pinned()).role()).isEqualTo(ParticipantRole.GUEST);
            assertThat(after.require(after.pinned()).state()).isNotEqualTo(Participant.State.REMOVED);
        }
        assertThat(after.participants().getFirst().held()).isFalse();
        if (before.liveAt() != null) {
            assertThat(after.liveAt()).isEqualTo(before.liveAt());
        }
        if (before.state() == CallState.CLOSED) {
            assertThat(after).isEqualTo(before);
        }
        assertThat(after.endedAt() != null)
                .isEqualTo(after.state() == CallState.ENDED || after.state() == CallState.CLOSED);
        if (after.phoneSince() != null) {
            assertThat(after.state()).isEqualTo(CallState.LIVE);
        }
        for (int i = 0; i < after.participants().size(); i++) {
            Participant was = before.participants().get(i);
            Participant is = after.participants().get(i);
            assertThat(is.epoch()).isBetween(was.epoch(), was.epoch() + 1);
            if (was.state() == Participant.State.REMOVED) {
                assertThat(is).as("sent away for good").isEqualTo(was);
            }
            assertThat(is.gen()).isBetween(was.gen(), was.gen() + 1);
            if (was.admittedAt() != null) {
                assertThat(is.admittedAt()).isEqualTo(was.admittedAt());
            }
            if (was.arrivedAt() != null) {
                assertThat(is.arrivedAt()).isEqualTo(was.arrivedAt());
            }
            if (is.role() == ParticipantRole.CLINICIAN) {
                assertThat(is.check()).as("nobody helps a clinician").isNull();
                assertThat(is.card()).as("nobody helps a clinician").isNull();
            }
            onlyForWhom(after, is);
            if (is.admittedAt() == null) {
                assertThat(is.media()).as("nothing is sent before admission").isNull();
            }
        }
    }

    /** What devices are like is for clinicians; a card besides for whom it is meant. */
    private static void onlyForWhom(Room room, Participant viewer) {
        for (Participant seen : room.seenBy(viewer.id()).participants()) {
            Participant is = room.require(seen.id());
            boolean clinician = viewer.role() == ParticipantRole.CLINICIAN;
            assertThat(seen.check()).isEqualTo(clinician ? is.check() : null);
            assertThat(seen.card()).isEqualTo(clinician || seen.id().equals(viewer.id()) ? is.card() : null);
            assertThat(seen.checked(null).shown(null))
                    .isEqualTo(is.checked(null).shown(null));
        }
    }

    private static Room empty() {
        List<Participant> seats = new ArrayList<>();
        for (ParticipantRole role :
                List.of(ParticipantRole.CLINICIAN, ParticipantRole.PATIENT, ParticipantRole.GUEST)) {
            seats.add(Participant.empty(new ParticipantId(UUID.randomUUID()), role, START));
        }
        return new Room(
                new CallId(UUID.randomUUID()),
                CallState.WAITING,
                1,
                1,
                null,
                null,
                null,
                null,
                false,
                List.copyOf(seats));
    }
}
