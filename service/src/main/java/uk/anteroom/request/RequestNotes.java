package uk.anteroom.request;

import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;

/** What staff note for each other on a request. Patients never see it, and it is never changed. */
@Service
public class RequestNotes {

    /** A page of text. */
    public static final int LONGEST = 5000;

    private final NoteStore store;
    private final HistoryStore history;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    RequestNotes(
            NoteStore store,
            HistoryStore history,
            Audit audit,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.store = store;
        this.history = history;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /** Newest first. */
    public List<RequestNote> of(StaffMember by, RequestId request) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> store.of(by.practice(), request));
    }

    /**
     * Writes one down.
     *
     * @param key of the form: pressed twice, it is one note
     */
    public void write(StaffMember by, RequestId request, UUID key, String text) {
        by.mustInvite();
        transactions.in(by.practice(), () -> {
            if (store.add(by.practice(), request, key, text, by.id())) {
                history.add(by.practice(), request, RequestEvent.Kind.NOTED, by.id());
                audit.staff(by, "request.noted", "request", request.value());
                events.publishEvent(new RequestsChanged(by.practice()));
            }
        });
    }
}
