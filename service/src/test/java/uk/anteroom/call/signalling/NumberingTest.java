package uk.anteroom.call.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberingTest {

    @Test
    void sixtyFifthUnacknowledgedMessageIsTooMuch() {
        Outbox outbox = new Outbox();
        for (int i = 0; i < 64; i++) {
            assertThat(outbox.add(n -> "m" + n)).contains("m" + (i + 1));
        }

        assertThat(outbox.add(n -> "m" + n)).isEmpty();
        assertThat(outbox.canReplayAfter(0)).isFalse();
        assertThat(outbox.add(n -> "m" + n)).isEmpty();
    }

    @Test
    void acknowledgementMakesRoom() {
        Outbox outbox = new Outbox();
        for (int i = 0; i < 1000; i++) {
            assertThat(outbox.add(n -> "m" + n)).isPresent();
            outbox.acknowledge(i + 1);
        }
    }

    @Test
    void moreThan256KiBUnacknowledgedIsTooMuch() {
        Outbox outbox = new Outbox();
        String big = "x".repeat(60 * 1024);
        for (int i = 0; i < 4; i++) {
            assertThat(outbox.add(n -> big)).isPresent();
        }

        assertThat(outbox.add(n -> big)).isEmpty();
    }

    @Test
    void whatWasAcknowledgedCannotBeReplayed() {
        Outbox outbox = new Outbox();
        outbox.add(n -> "one");
        outbox.add(n -> "two");
        outbox.acknowledge(1);

        assertThat(outbox.canReplayAfter(0)).isFalse();
        assertThat(outbox.canReplayAfter(1)).isTrue();
        assertThat(outbox.unacknowledged()).containsExactly("two");
    }

    @Test
    void gapIsSeenAndNothingAfterItIsTaken() {
        Inbox inbox = new Inbox();

        assertThat(inbox.take(1)).isEqualTo(Inbox.Verdict.NEXT);
        assertThat(inbox.take(3)).isEqualTo(Inbox.Verdict.GAP);
        assertThat(inbox.received()).isEqualTo(1);
        assertThat(inbox.take(1)).isEqualTo(Inbox.Verdict.SEEN);
        assertThat(inbox.take(2)).isEqualTo(Inbox.Verdict.NEXT);
    }

    @Test
    void eightMessagesOweAnAcknowledgement() {
        Inbox inbox = new Inbox();
        for (int i = 1; i <= 7; i++) {
            inbox.take(i);
        }
        assertThat(inbox.owesManyAcks()).isFalse();
        inbox.take(8);
        assertThat(inbox.owesManyAcks()).isTrue();

        inbox.acknowledging();

        assertThat(inbox.owesAck()).isFalse();
        assertThat(inbox.owesManyAcks()).isFalse();
    }
}
