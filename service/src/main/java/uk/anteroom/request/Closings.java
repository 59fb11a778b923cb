package uk.anteroom.request;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;

/** Completes requests, rejects them, and opens them again. Of two who close one at once the first wins, and the other is told who it was. */
@Service
public class Closings {

    /** A few sentences; a longer answer is a message. */
    public static final int LONGEST_WORDS = 1000;

    private final RequestStore store;
    private final HistoryStore history;
    private final RejectionLetters letters;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    Closings(
            RequestStore store,
            HistoryStore history,
            RejectionLetters letters,
            Audit audit,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.store = store;
        this.history = history;
        this.letters = letters;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /** What was asked for is done. Empty if there is no such request, or it is still locked. */
    public Optional<Closed> complete(StaffMember by, RequestId id) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            boolean now = close(by, id, Closing.Outcome.COMPLETED, null, "");
            return standing(by, id, now);
        });
    }

    /**
     * What was asked for is not done, and whoever asked is told why in the same commit: a patient on the list by a message, with the words; somebody who is
     * not by a letter with the reason alone, since nobody knows who reads it. Throws {@link NotTold} if that cannot be now.
     */
    public Optional<Closed> reject(StaffMember by, RequestId id, Closing.Reason reason, String words) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            boolean now = close(by, id, Closing.Outcome.REJECTED, reason, words);
            if (now) {
                store.find(by.practice(), id)
                        .ifPresent(request -> events.publishEvent(new RequestRejected(
                                by.practice(),
                                id,
                                request.patient(),
                                by,
                                request.fromStranger() ? null : request.title(),
                                reason,
                                words)));
                store.findLocked(by.practice(), id)
                        .ifPresent(locked -> letters.post(by.practice(), id, locked.sender()));
            }
            return standing(by, id, now);
        });
    }

    /** Opens one again. False if it was open. */
    public boolean reopen(StaffMember by, RequestId id) {
        by.mustInvite();
        return reopen(by, id, Instant.EPOCH);
    }

    /** Opens one again that was closed at that moment or later. */
    public boolean reopen(StaffMember by, RequestId id, Instant since) {
        return transactions.in(by.practice(), () -> {
            if (!store.reopen(by.practice(), id, since)) {
                return false;
            }
            history.add(by.practice(), id, RequestEvent.Kind.REOPENED, by.id());
            audit.staff(by, "request.reopened", "request", id.value());
            events.publishEvent(new RequestsChanged(by.practice()));
            return true;
        });
    }

    private boolean close(
            StaffMember by, RequestId id, Closing.Outcome outcome, Closing.@Nullable Reason reason, String words) {
        boolean now = store.close(by.practice(), id, by.id(), outcome, reason, words);
        if (now) {
            boolean completed = outcome == Closing.Outcome.COMPLETED;
            history.add(
                    by.practice(), id, completed ? RequestEvent.Kind.COMPLETED : RequestEvent.Kind.REJECTED, by.id());
            audit.staff(by, completed ? "request.completed" : "request.rejected", "request", id.value());
            events.publishEvent(new RequestsChanged(by.practice()));
        }
        return now;
    }

    private Optional<Closed> standing(StaffMember by, RequestId id, boolean now) {
        return store.find(by.practice(), id)
                .map(PatientRequest::closing)
                .or(() -> store.findLocked(by.practice(), id).map(LockedRequest::closing))
                .filter(Objects::nonNull)
                .map(closing -> new Closed(closing, now));
    }
}
