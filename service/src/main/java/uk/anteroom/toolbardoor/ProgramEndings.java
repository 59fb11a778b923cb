package uk.anteroom.toolbardoor;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.anteroom.desktop.ProgramEnded;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.loadedpatient.FhircastHub;

/** Tells the hub of tokens that have ended. */
@Component
class ProgramEndings {

    private final FhircastHub hub;
    private final PracticeTransactions transactions;

    ProgramEndings(FhircastHub hub, PracticeTransactions transactions) {
        this.hub = hub;
        this.transactions = transactions;
    }

    // On a thread of its own: what is written while a commit is being announced would join a transaction that is over.
    @EventListener
    void on(ProgramEnded event) {
        transactions.afterCommit(() -> Thread.ofVirtual()
                .start(() -> hub.ended(event.practice(), event.program().value())));
    }
}
