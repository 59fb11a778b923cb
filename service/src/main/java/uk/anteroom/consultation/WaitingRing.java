package uk.anteroom.consultation;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.anteroom.call.CallClosed;
import uk.anteroom.call.CallEnded;
import uk.anteroom.call.CallReopened;
import uk.anteroom.call.ParticipantAdmitted;
import uk.anteroom.call.ParticipantAway;
import uk.anteroom.call.ParticipantEntered;
import uk.anteroom.call.ParticipantLeft;
import uk.anteroom.call.ParticipantReady;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** Rings the waiting room's bells after every commit that changed who waits there, or how. */
@Component
class WaitingRing {

    private final List<WaitingBell> bells;
    private final PracticeTransactions transactions;

    WaitingRing(List<WaitingBell> bells, PracticeTransactions transactions) {
        this.bells = bells;
        this.transactions = transactions;
    }

    @EventListener
    void on(ParticipantEntered event) {
        ring(event.practice());
    }

    @EventListener
    void on(ParticipantReady event) {
        ring(event.practice());
    }

    @EventListener
    void on(ParticipantAway event) {
        ring(event.practice());
    }

    @EventListener
    void on(ParticipantLeft event) {
        ring(event.practice());
    }

    @EventListener
    void on(ParticipantAdmitted event) {
        ring(event.practice());
    }

    @EventListener
    void on(CallEnded event) {
        ring(event.practice());
    }

    @EventListener
    void on(CallReopened event) {
        ring(event.practice());
    }

    @EventListener
    void on(CallClosed event) {
        ring(event.practice());
    }

    @EventListener
    void on(WaitingChanged event) {
        ring(event.practice());
    }

    private void ring(PracticeId practice) {
        transactions.afterCommit(() -> bells.forEach(bell -> bell.ring(practice)));
    }
}
