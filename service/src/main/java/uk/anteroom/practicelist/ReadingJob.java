package uk.anteroom.practicelist;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.Practices;

/**
 * Reads a practice's list from its clinical system, a page at a time: each page is taken in, counted and left behind in one commit, so that a
 * process that dies goes on with the next. Named by the reading.
 */
@Configuration
class ReadingJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("list-reading");

    private static final Logger LOG = LoggerFactory.getLogger(ReadingJob.class);

    /** After the first answer that was none, the second, …; then it is given up. */
    private static final List<Duration> GAPS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5));
    /** Then another job may have the thread; this one goes on at once. */
    private static final int PAGES_AT_ONCE = 50;
    /** More pages than the largest practice has, however small they are. */
    private static final int MOST_PAGES = 20_000;
    /** A clinical system that loses its place every time is not read by trying on. */
    private static final int MOST_RESTARTS = 3;

    private final ListReadingStore store;
    private final ReadingEnd end;
    private final ReadingPage pages;
    private final RecordReader reader;
    private final Practices practices;
    private final ListSettings settings;
    private final Clock clock;
    private final PracticeTransactions transactions;

    ReadingJob(
            ListReadingStore store,
            ReadingEnd end,
            ReadingPage pages,
            RecordReader reader,
            Practices practices,
            ListSettings settings,
            Clock clock,
            PracticeTransactions transactions) {
        this.store = store;
        this.end = end;
        this.pages = pages;
        this.reader = reader;
        this.practices = practices;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Bean
    CustomTask<Void> listReadingTask() {
        return PracticeJobs.task(TASK, this::read);
    }

    /** Goes on with the reading; answers when to come back, if at all. */
    Optional<Instant> read(JobName job) {
        PracticeId practice = job.practice();
        ListReadingId id = new ListReadingId(job.subject());
        String odsCode = practices.get(practice).odsCode();
        for (int page = 0; page < PAGES_AT_ONCE && !Thread.currentThread().isInterrupted(); page++) {
            Optional<ListReading> running =
                    transactions.in(practice, () -> store.find(practice, id)).filter(ListReading::running);
            if (running.isEmpty()) {
                return Optional.empty();
            }
            ListReading reading = running.get();
            Optional<URI> base = transactions.in(practice, () -> store.clinicalSystem(practice));
            if (base.isEmpty()) {
                return fail(practice, id, ReadingProblem.NOT_SET_UP);
            }
            if (reading.pages() >= MOST_PAGES) {
                return fail(practice, id, ReadingProblem.ENDLESS);
            }
            switch (reader.read(next(reading, base.get()), odsCode)) {
                case RecordAnswer.Page came -> {
                    if (!pages.take(practice, reading, base.get(), came)) {
                        return Optional.empty();
                    }
                }
                case RecordAnswer.NotNow(ReadingProblem problem, Duration after) -> {
                    return again(practice, reading, problem, after);
                }
                case RecordAnswer.LostThePlace lost -> {
                    if (reading.nextUrl() == null) {
                        return fail(practice, id, ReadingProblem.NOT_FOUND);
                    }
                    if (reading.restarts() >= MOST_RESTARTS) {
                        return fail(practice, id, ReadingProblem.UNREACHABLE);
                    }
                    transactions.in(practice, () -> store.restarted(practice, id));
                    LOG.warn("List reading {} begins anew: its next page is gone", id);
                }
                case RecordAnswer.Never(ReadingProblem problem) -> {
                    return fail(practice, id, problem);
                }
            }
        }
        return Optional.of(clock.instant());
    }

    private URI next(ListReading reading, URI base) {
        return reading.nextUrl() == null
                ? RecordReader.first(base, settings.pageSize(), reading.since())
                : URI.create(reading.nextUrl());
    }

    private Optional<Instant> again(
            PracticeId practice, ListReading reading, ReadingProblem problem, @Nullable Duration after) {
        if (reading.tries() >= GAPS.size()) {
            return fail(practice, reading.id(), problem);
        }
        transactions.in(practice, () -> store.tried(practice, reading.id(), problem));
        LOG.warn("List reading {} waits at try {}: {}", reading.id(), reading.tries() + 1, problem);
        Duration gap = GAPS.get(reading.tries());
        return Optional.of(clock.instant().plus(after != null && after.compareTo(gap) > 0 ? after : gap));
    }

    private Optional<Instant> fail(PracticeId practice, ListReadingId id, ReadingProblem problem) {
        end.failed(practice, id, problem);
        LOG.error("List reading {} failed: {}", id, problem);
        return Optional.empty();
    }
}
