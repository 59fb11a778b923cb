package uk.anteroom.consultation;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.anteroom.call.CallClosed;
import uk.anteroom.call.CallEnded;
import uk.anteroom.call.CallId;
import uk.anteroom.call.CallReopened;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Participant;
import uk.anteroom.call.ParticipantAdmitted;
import uk.anteroom.call.ParticipantAway;
import uk.anteroom.call.ParticipantEntered;
import uk.anteroom.call.ParticipantLeft;
import uk.anteroom.kernel.PracticeId;

/**
 * Tells those who wait for a clinician, after the commit, that the queue has moved, and lets it be seen whose turn it is. After
 * {@link CallListener}, which moves the consultation itself.
 */
@Component
@Order
class QueueListener {

    /** What the pages look up anew; see protocol/README.md. */
    private static final String TOPIC = "wait";

    private final WaitingStore store;
    private final Calls calls;
    private final TurnJob turns;

    QueueListener(WaitingStore store, Calls calls, TurnJob turns) {
        this.store = store;
        this.calls = calls;
        this.turns = turns;
    }

    @EventListener
    void on(ParticipantAdmitted event) {
        tell(event.practice(), event.call());
    }

    @EventListener
    void on(ParticipantEntered event) {
        tell(event.practice(), event.call());
    }

    @EventListener
    void on(ParticipantLeft event) {
        tell(event.practice(), event.call());
        turn(event.practice(), event.call());
    }

    @EventListener
    void on(ParticipantAway event) {
        if (event.presence() == Participant.Presence.GONE) {
            tell(event.practice(), event.call());
            turn(event.practice(), event.call());
        }
    }

    @EventListener
    void on(CallReopened event) {
        tell(event.practice(), event.call());
    }

    @EventListener
    void on(CallEnded event) {
        tell(event.practice(), event.call());
        turn(event.practice(), event.call());
    }

    @EventListener
    void on(CallClosed event) {
        tell(event.practice(), event.call());
        turn(event.practice(), event.call());
    }

    private void tell(PracticeId practice, CallId call) {
        List<CallId> waiting = store.waitingForClinicianOf(practice, call);
        waiting.forEach(one -> calls.tell(practice, one, TOPIC));
    }

    /** Only where somebody wants to be told: the rest sit before their page. */
    private void turn(PracticeId practice, CallId call) {
        store.textsWantedFrom(practice, call).ifPresent(consultation -> turns.look(practice, consultation));
    }
}
