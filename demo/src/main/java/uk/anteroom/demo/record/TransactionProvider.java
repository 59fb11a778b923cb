package uk.anteroom.demo.record;

import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import org.hl7.fhir.r4.model.Bundle;

/** POST to the base address: a transaction. HAPI's plain server leaves it to us altogether. */
public final class TransactionProvider {

    private final RecordTransaction transaction;

    TransactionProvider(RecordTransaction transaction) {
        this.transaction = transaction;
    }

    @Transaction
    public Bundle transaction(@TransactionParam Bundle bundle) {
        return transaction.run(bundle);
    }
}
