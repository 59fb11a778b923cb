package uk.anteroom.practice;

import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** The practices we serve. */
@Service
public class Practices {

    private final PracticeStore store;
    private final PracticeTransactions transactions;

    Practices(PracticeStore store, PracticeTransactions transactions) {
        this.store = store;
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
}
