package uk.anteroom.patient;

import java.util.List;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** Takes the practice list in, as the practice's own systems tell it. */
@Service
public class PracticeList {

    private final PatientStore store;
    private final PracticeTransactions transactions;

    PracticeList(PatientStore store, PracticeTransactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** Adds patients, or brings them up to date; all of them or none. */
    public void take(PracticeId practice, List<Patient> patients) {
        transactions.in(practice, () -> patients.forEach(store::put));
    }
}
