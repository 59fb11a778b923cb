package uk.anteroom.practice;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** The practices we serve. */
@Service
public class Practices {

    private final PracticeStore store;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    Practices(PracticeStore store, ApplicationEventPublisher events, PracticeTransactions transactions) {
        this.store = store;
        this.events = events;
        this.transactions = transactions;
    }

    /** The practice a public code belongs to. */
    public Optional<PracticeId> withCode(String publicCode) {
        return store.findByCode(publicCode);
    }

    /** The practice itself. Throws {@link IllegalStateException} for an id that is none of ours. */
    public Practice get(PracticeId id) {
        return transactions
                .in(id, () -> store.find(id))
                .orElseThrow(() -> new IllegalStateException("No practice " + id));
    }

    /**
     * Whether addresses are hidden. It stays so until the caller's transaction ends: what is opened in it is either told
     * now or found by whoever changes the setting.
     */
    public boolean alwaysRelay(PracticeId id) {
        return transactions.in(id, () -> store.holdAlwaysRelay(id));
    }

    /** Tells consultations that ended by telephone apart when they are coded, or no longer. */
    public void codesTelephone(StaffMember by, boolean on) {
        by.mustManage();
        transactions.in(by.practice(), () -> {
            if (store.codesTelephone(by.practice(), on)) {
                events.publishEvent(new CodesTelephoneChanged(by, on));
            }
        });
    }

    /** Hides the addresses of staff and patients from each other, or no longer. */
    public void alwaysRelay(StaffMember by, boolean on) {
        by.mustManage();
        transactions.in(by.practice(), () -> {
            if (store.alwaysRelay(by.practice(), on)) {
                events.publishEvent(new AlwaysRelayChanged(by, on));
            }
        });
    }
}
