package uk.anteroom.attachment;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;

/**
 * Makes a file anew of which all was received, and keeps or refuses it. What takes long is done between two transactions; of two who do it at once, the
 * first to end settles it. After a crash in between, the next piece, or an empty one, does it again.
 */
@Component
class Completion {

    private static final Logger LOG = LoggerFactory.getLogger(Completion.class);

    /** Each has a connection to the database while its file is put away: a store that hangs must not have them all. */
    private static final int AT_ONCE = 4;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    private final AttachmentStore store;
    private final PieceStore pieces;
    private final SealedFiles files;
    private final Workshop workshop;
    private final PracticeJobs jobs;
    private final Clock clock;
    private final AttachmentAudit audit;
    private final PracticeTransactions transactions;

    Completion(
            AttachmentStore store,
            PieceStore pieces,
            SealedFiles files,
            Workshop workshop,
            PracticeJobs jobs,
            Clock clock,
            AttachmentAudit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.pieces = pieces;
        this.files = files;
        this.workshop = workshop;
        this.jobs = jobs;
        this.clock = clock;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** What became of it; empty if it was discarded meanwhile. */
    Optional<Attachment> of(PracticeId practice, AttachmentId id) {
        @Nullable MadeAnew made;
        @Nullable Refusal why;
        try {
            made = workshop.make(() -> transactions.in(practice, () -> pieces.together(practice, id)));
            why = null;
        } catch (Refused e) {
            made = null;
            why = e.why();
        }
        return inTurn(made, why, practice, id);
    }

    private Optional<Attachment> inTurn(
            @Nullable MadeAnew made, @Nullable Refusal why, PracticeId practice, AttachmentId id) {
        if (!hasPlace()) {
            throw new StoreAway("Others wait for it already");
        }
        try {
            return settle(practice, id, made, why);
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(Bucket.CALL.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<Attachment> settle(
            PracticeId practice, AttachmentId id, @Nullable MadeAnew made, @Nullable Refusal why) {
        return transactions.in(practice, () -> {
            Optional<Attachment> received = store.hold(practice, id);
            if (received.filter(Attachment::receivedWhole).isEmpty()) {
                return received;
            }
            if (made != null) {
                keep(received.get(), made);
            } else if (why != null) {
                refuse(received.get(), why);
            }
            return store.find(practice, id);
        });
    }

    private void keep(Attachment received, MadeAnew made) {
        PracticeId practice = received.practice();
        files.put(practice, received.id(), made.bytes());
        store.kept(practice, received.id(), new FileName(received.name()).as(made.kind()), made);
        pieces.delete(practice, received.id());
        jobs.schedule(ScanJob.TASK, new JobName(practice, received.id().value()), clock.instant());
        audit.sender(received, "attachment.received");
        LOG.info("File {} received, waits to be scanned", received.id());
    }

    /** Called while it is held. Nothing of it stays. */
    void refuse(Attachment received, Refusal why) {
        store.refused(received.practice(), received.id(), why);
        // a try whose commit failed may have put it away
        files.delete(received.practice(), received.id());
        pieces.delete(received.practice(), received.id());
        audit.sender(received, "attachment.refused");
        LOG.info("File {} refused: {}", received.id(), why);
    }
}
