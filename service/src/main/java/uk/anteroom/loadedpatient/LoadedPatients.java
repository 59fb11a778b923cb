package uk.anteroom.loadedpatient;

import org.springframework.stereotype.Service;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;

/** Whom staff have open in the clinical system. */
@Service
public class LoadedPatients {

    private final LoadedPatientStore store;
    private final PracticeTransactions transactions;

    LoadedPatients(LoadedPatientStore store, PracticeTransactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** Whom they have open now: one row by its key. */
    public LoadedPatient of(StaffMember by) {
        return transactions
                .in(by.practice(), () -> store.loaded(by.practice(), by.id()))
                .orElseGet(LoadedPatient.Unknown::new);
    }
}
