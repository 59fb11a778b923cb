package uk.anteroom.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;

/** The letters that leave the building. */
@Service
public class Letters {

    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);

    private final LetterStore store;
    private final PracticeJobs jobs;
    private final Clock clock;
    private final PracticeTransactions transactions;

    Letters(LetterStore store, PracticeJobs jobs, Clock clock, PracticeTransactions transactions) {
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Posts a letter about a subject. Stored with its job in the caller's transaction: it leaves after the commit, or not at
     * all.
     */
    public LetterId post(PracticeId practice, ContactPoint to, String occasion, UUID subject) {
        return transactions.in(practice, () -> {
            LetterId id = new LetterId(UUID.randomUUID());
            store.add(practice, id, to, occasion, subject);
            jobs.schedule(LetterJob.TASK, new JobName(practice, id.value()), clock.instant());
            return id;
        });
    }

    /** The letters about a subject, oldest first. */
    public List<Letter> about(PracticeId practice, UUID subject) {
        return transactions.in(practice, () -> store.about(practice, subject));
    }

    /** The letters about each of several subjects, oldest first. */
    public Map<UUID, List<Letter>> about(PracticeId practice, Set<UUID> subjects) {
        return transactions.in(
                practice,
                () -> store.about(practice, subjects).stream().collect(Collectors.groupingBy(Letter::subject)));
    }

    /**
     * What a carrier reports by itself. Repeated and late reports change nothing: a letter that is there stays there, and what another carrier took is not
     * judged by this one.
     */
    public void receipt(Parcel.Reference reference, String carrier, Whereabouts whereabouts) {
        PracticeId practice = reference.practice();
        boolean news = transactions.in(practice, () -> switch (whereabouts) {
            case Whereabouts.Arrived arrived -> store.delivered(practice, reference.letter());
            case Whereabouts.WillNotArrive(Problem problem) ->
                store.undeliverable(practice, reference.letter(), carrier, problem);
            default -> false;
        });
        if (news) {
            LOG.info("Letter {}: {} says {}", reference.letter(), carrier, whereabouts);
        }
    }
}
