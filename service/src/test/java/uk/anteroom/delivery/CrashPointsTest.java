package uk.anteroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.NotifyStandIn.Fault;
import uk.anteroom.testing.RunningService;

/**
 * Dies a hundred times on the way of a letter: before its commit, before and after its carrier was asked, with the answer in hand, and while that is written down.
 * Whatever was in memory is lost then, the open transaction is rolled back, and somebody else starts again from the rows. (That a process which is really killed is
 * followed by somebody else is what {@code process.KilledProcessTest} shows.)
 */
class CrashPointsTest extends RunningService {

    private static final int RUNS = Integer.getInteger("anteroom.crashes", 100);
    private static final int MOST_DEATHS = 3;

    private enum Point {
        COMMIT,
        BEFORE_ASKING,
        WITH_THE_ANSWER,
        MARKING,
        AFTERWARDS
    }

    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    @Autowired
    private ApplicationContext context;

    @Autowired
    private List<Carrier> carriers;

    @Autowired
    private Cast cast;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FieldCipher cipher;

    private final Map<Point, Integer> deaths = new EnumMap<>(Point.class);
    private Random random = new Random();
    private int lives;

    @Test
    void everyAcknowledgedLetterIsHandedOverOnceOrSaysThatItMayHaveBeenTwice() throws Exception {
        PracticeId practice = cast.surgery().practice();
        for (int seed = 0; seed < RUNS; seed++) {
            random = new Random(seed);
            ContactPoint to = random.nextBoolean()
                    ? new MobileNumber("+447700900123")
                    : new EmailAddress("rosa-%d@mail.example".formatted(seed));
            boolean askable = random.nextInt(4) > 0;
            lives = MOST_DEATHS;
            LetterId id = post(practice, to);
            if (to.channel() == Channel.SMS) {
                stumble(askable);
            }
            run(practice, id);
            lives = 0;
            examine(seed, practice, id, to, askable);
            NOTIFY.forgetFaults();
        }
        assertThat(deaths.keySet()).containsExactlyInAnyOrder(Point.values());
    }

    private LetterId post(PracticeId practice, ContactPoint to) {
        PostRoom room = room(practice);
        if (dies(Point.COMMIT)) {
            assertThatThrownBy(() -> room.postAndDie(to, new Death())).isInstanceOf(Death.class);
        }
        return room.post(to);
    }

    /** Something goes wrong at Notify, too. */
    private void stumble(boolean askable) {
        Fault[] kinds = {Fault.UNAVAILABLE, Fault.CUT_OFF, Fault.RATE_LIMIT, Fault.BROKEN};
        if (random.nextBoolean()) {
            NOTIFY.next(kinds[random.nextInt(kinds.length)]);
        }
        if (!askable) {
            NOTIFY.nextQuestion(Fault.BROKEN, Fault.BROKEN, Fault.BROKEN, Fault.BROKEN);
        }
    }

    private void run(PracticeId practice, LetterId id) {
        Instant now = Instant.now();
        boolean wanted = true;
        while (wanted) {
            PostRoom room = room(practice);
            room.clock.moveTo(now);
            try {
                Optional<Instant> next = room.send(id);
                wanted = next.isPresent() || dies(Point.AFTERWARDS);
                now = next.orElse(now);
            } catch (Death e) {
                // a dead node's jobs are taken over after twenty seconds
                now = now.plusSeconds(20);
            }
        }
    }

    private void examine(int seed, PracticeId practice, LetterId id, ContactPoint to, boolean askable)
            throws Exception {
        PostRoom room = room(practice);
        Letter letter = room.letter(id);
        assertThat(letter.state()).as("seed %d", seed).isIn(LetterState.SENT, LetterState.DELIVERED);
        int there = to.channel() == Channel.SMS
                ? NOTIFY.of(room.reference(id).toString()).size()
                : mails(id);
        if (to.channel() == Channel.SMS && askable) {
            assertThat(there).as("messages of seed %d", seed).isEqualTo(1);
            assertThat(letter.maybeTwice()).as("seed %d", seed).isFalse();
        } else {
            assertThat(there).as("messages of seed %d", seed).isPositive();
            assertThat(there == 1 || letter.maybeTwice())
                    .as("seed %d says so", seed)
                    .isTrue();
        }
    }

    private static int mails(LetterId id) {
        return (int) Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getMessageID().contains(id.toString());
                    } catch (jakarta.mail.MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .count();
    }

    private PostRoom room(PracticeId practice) {
        return new PostRoom(
                context,
                carriers.stream().map(DyingCarrier::new).toList(),
                practice,
                List.of("smtp"),
                List.of("govuk-notify"),
                new DyingStore());
    }

    private boolean dies(Point point) {
        if (lives == 0 || random.nextInt(4) > 0) {
            return false;
        }
        lives--;
        deaths.merge(point, 1, Integer::sum);
        return true;
    }

    private void mayDie(Point point) {
        if (dies(point)) {
            throw new Death();
        }
    }

    private final class DyingCarrier implements Carrier {

        private final Carrier real;

        DyingCarrier(Carrier real) {
            this.real = real;
        }

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public Channel channel() {
            return real.channel();
        }

        @Override
        public boolean canBeAsked() {
            return real.canBeAsked();
        }

        @Override
        public Handover handOver(Parcel parcel) {
            mayDie(Point.BEFORE_ASKING);
            Handover answer = real.handOver(parcel);
            mayDie(Point.WITH_THE_ANSWER);
            return answer;
        }

        @Override
        public Whereabouts find(Parcel.Reference reference) {
            mayDie(Point.BEFORE_ASKING);
            Whereabouts answer = real.find(reference);
            mayDie(Point.WITH_THE_ANSWER);
            return answer;
        }
    }

    /** Dies with its transaction open. */
    private final class DyingStore extends LetterStore {

        DyingStore() {
            super(jdbc, cipher);
        }

        @Override
        void sent(PracticeId practice, LetterId id) {
            super.sent(practice, id);
            mayDie(Point.MARKING);
        }

        @Override
        boolean delivered(PracticeId practice, LetterId id) {
            boolean news = super.delivered(practice, id);
            mayDie(Point.MARKING);
            return news;
        }

        @Override
        void again(PracticeId practice, LetterId id, Instant at, Problem problem) {
            super.again(practice, id, at, problem);
            mayDie(Point.MARKING);
        }
    }
}
