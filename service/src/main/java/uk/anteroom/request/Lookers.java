package uk.anteroom.request;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;

/** Who has the page of which request open, so that two do not do the same. */
@Service
public class Lookers {

    private final LookerStore store;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    Lookers(LookerStore store, ApplicationEventPublisher events, PracticeTransactions transactions) {
        this.store = store;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * A page says that it is looked at; again every ten seconds.
     *
     * @param page drawn by the page itself
     */
    public void here(StaffMember by, RequestId request, UUID page) {
        by.mustInvite();
        transactions.in(by.practice(), () -> {
            if (store.here(by.practice(), request, page, by.id())) {
                events.publishEvent(new LookersChanged(by.practice()));
            }
        });
    }

    /** A page is left. */
    public void gone(StaffMember by, RequestId request, UUID page) {
        by.mustInvite();
        transactions.in(by.practice(), () -> {
            if (store.gone(by.practice(), request, page, by.id())) {
                events.publishEvent(new LookersChanged(by.practice()));
            }
        });
    }

    /** Who looks at what now, in the whole practice. */
    public Map<RequestId, List<StaffId>> now(PracticeId practice) {
        return transactions.in(practice, () -> store.now(practice));
    }
}
