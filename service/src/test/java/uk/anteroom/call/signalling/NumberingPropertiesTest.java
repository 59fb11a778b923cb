package uk.anteroom.call.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** One direction of a session over a line that loses and repeats: nothing is lost, nothing arrives twice or out of order. */
class NumberingPropertiesTest {

    /** What may happen next on a bad line. */
    enum Happening {
        SAY,
        SAY_AGAIN,
        ARRIVE,
        REPEAT,
        ACKNOWLEDGE,
        LOSE_THE_SOCKET
    }

    @Property
    void everythingArrivesOnceAndInOrder(@ForAll @Size(max = 300) List<Happening> happenings) {
        Outbox outbox = new Outbox();
        Inbox inbox = new Inbox();
        Deque<String> line = new ArrayDeque<>();
        List<Long> arrived = new ArrayList<>();
        long said = 0;

        for (Happening happening : happenings) {
            switch (happening) {
                case SAY, SAY_AGAIN -> {
                    if (outbox.unacknowledged().size() < Outbox.MOST_MESSAGES) {
                        line.add(outbox.add(Long::toString).orElseThrow());
                        said++;
                    }
                }
                case ARRIVE -> arrive(line.poll(), inbox, arrived);
                case REPEAT -> arrive(line.peek(), inbox, arrived);
                case ACKNOWLEDGE ->
                    assertThat(outbox.acknowledge(inbox.received())).isTrue();
                case LOSE_THE_SOCKET -> resume(outbox, inbox, line);
            }
        }
        resume(outbox, inbox, line);
        while (!line.isEmpty()) {
            arrive(line.poll(), inbox, arrived);
        }

        assertThat(arrived).isEqualTo(LongStream.rangeClosed(1, said).boxed().toList());
        assertThat(outbox.acknowledge(inbox.received())).isTrue();
        assertThat(outbox.unacknowledged()).isEmpty();
    }

    @Property
    void whatTheOtherSideCannotHaveSeenIsNotAcknowledged(@ForAll boolean some) {
        Outbox outbox = new Outbox();
        if (some) {
            outbox.add(Long::toString);
        }
        assertThat(outbox.acknowledge(2)).isFalse();
        assertThat(outbox.canReplayAfter(2)).isFalse();
    }

    private static void resume(Outbox outbox, Inbox inbox, Deque<String> line) {
        line.clear();
        assertThat(outbox.canReplayAfter(inbox.received())).isTrue();
        outbox.acknowledge(inbox.received());
        line.addAll(outbox.unacknowledged());
    }

    private static void arrive(@Nullable String message, Inbox inbox, List<Long> arrived) {
        if (message != null) {
            switch (inbox.take(Long.parseLong(message))) {
                case NEXT -> arrived.add(Long.parseLong(message));
                case SEEN -> {}
                case GAP -> throw new AssertionError("A gap although nothing was reordered");
            }
        }
    }
}
