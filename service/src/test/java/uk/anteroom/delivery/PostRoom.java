package uk.anteroom.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;

/** The way of letters out of the building, with a clock of the test's own and whichever carriers it wants; rows, transactions and carriers are the real ones. */
final class PostRoom {

    private static final String OCCASION = "post-room";

    /** Time that passes when the test says so. It begins now, since rows note when they were first tried. */
    static final class Hands extends Clock {

        private Instant now = Instant.now();

        void moveTo(Instant then) {
            now = then;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Writes the same for everybody, until its reason has ended. */
    private static final class Writer implements LetterWriter {

        private boolean hasReason = true;

        @Override
        public String occasion() {
            return OCCASION;
        }

        @Override
        public Optional<LetterText> write(PracticeId practice, UUID subject, Channel channel) {
            if (!hasReason) {
                return Optional.empty();
            }
            return Optional.of(
                    channel == Channel.SMS
                            ? new LetterText.Sms("Riverside: open https://video.example")
                            : new LetterText.Email("Riverside", "Your video call", "Open it", "<p>Open it</p>"));
        }
    }

    final Hands clock = new Hands();
    private final Writer writer = new Writer();
    private final PracticeId practice;
    private final LetterStore store;
    private final PracticeTransactions transactions;
    private final LetterJob job;
    private final ReceiptJob receipts;
    private final Letters letters;

    PostRoom(ApplicationContext context, PracticeId practice, List<String> email, List<String> sms) {
        this(
                context,
                context.getBeansOfType(Carrier.class).values(),
                practice,
                email,
                sms,
                context.getBean(LetterStore.class));
    }

    PostRoom(
            ApplicationContext context,
            Collection<? extends Carrier> all,
            PracticeId practice,
            List<String> email,
            List<String> sms,
            LetterStore store) {
        this.practice = practice;
        this.store = store;
        this.transactions = context.getBean(PracticeTransactions.class);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        all.forEach(carrier -> beans.addBean(carrier.channel() + " " + carrier.name(), carrier));
        beans.addBean("writer", writer);
        ObjectProvider<LetterWriter> writers = beans.getBeanProvider(LetterWriter.class);
        Carriers carriers = new Carriers(
                beans.getBeanProvider(Carrier.class), new DeliverySettings(email, sms), new CarrierHealth(clock));
        PracticeJobs jobs = context.getBean(PracticeJobs.class);
        this.letters = new Letters(store, jobs, clock, transactions);
        this.receipts = new ReceiptJob(store, carriers, letters, jobs, clock, transactions);
        LetterDesk desk = new LetterDesk(store, writers, transactions);
        this.job = new LetterJob(
                store,
                new Doubts(store, carriers, receipts, transactions),
                new Round(store, desk, carriers, receipts, transactions),
                clock,
                transactions);
    }

    /** Its job is not stored: the test is the scheduler. */
    LetterId post(ContactPoint to) {
        return transactions.in(practice, () -> {
            LetterId id = new LetterId(UUID.randomUUID());
            store.add(practice, id, to, OCCASION, id.value());
            return id;
        });
    }

    /** As {@link #post}, by a process that dies before it commits. */
    void postAndDie(ContactPoint to, Error death) {
        transactions.in(practice, () -> {
            post(to);
            throw death;
        });
    }

    Optional<Instant> send(LetterId id) {
        return job.send(new JobName(practice, id.value()));
    }

    /** Sends it as often as it wants to be sent, each time when it wants to; answers the gaps. */
    List<Duration> sendOut(LetterId id) {
        List<Duration> gaps = new ArrayList<>();
        for (Optional<Instant> next = send(id); next.isPresent(); next = send(id)) {
            gaps.add(Duration.between(clock.instant(), next.get()));
            clock.moveTo(next.get());
        }
        return gaps;
    }

    Optional<Instant> look(LetterId id) {
        return receipts.look(new JobName(practice, id.value()));
    }

    void reasonEnds() {
        writer.hasReason = false;
    }

    /** Empty if it was never stored. */
    Optional<Letter> find(LetterId id) {
        return letters.about(practice, id.value()).stream().findFirst();
    }

    Letter letter(LetterId id) {
        return find(id).orElseThrow();
    }

    Parcel.Reference reference(LetterId id) {
        return new Parcel.Reference(practice, id);
    }
}
