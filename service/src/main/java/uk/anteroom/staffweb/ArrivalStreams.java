package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.WaitingBell;
import uk.anteroom.conversation.ConversationChanged;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.loadedpatient.LoadedPatientChanged;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.LookersChanged;
import uk.anteroom.request.RequestsChanged;
import uk.anteroom.web.EventStream;
import uk.anteroom.web.EventStreams;

/** The pages of each practice that listen for arrivals in this process. */
@Component
class ArrivalStreams implements WaitingBell {

    /** A browser needs one, whatever it has open; the rest are other computers. Of more, the oldest ends. */
    private static final int MOST_OF_ONE = 4;

    private final EventStreams streams = new EventStreams(MOST_OF_ONE);
    private final PracticeTransactions transactions;

    ArrivalStreams(PracticeTransactions transactions) {
        this.transactions = transactions;
    }

    void listen(PracticeId practice, EventStream<StaffMember, ArrivalNews> stream, HttpServletResponse response)
            throws IOException, InterruptedException {
        streams.listen(practice, stream, response);
    }

    @Override
    public void ring(PracticeId practice) {
        streams.ring(practice);
    }

    /** Somebody has signed out: their pages look again whether they may still listen. */
    void signedOut(PracticeId practice, UUID staff) {
        streams.ring(practice, staff);
    }

    /** Their clinical system has somebody else open. */
    @EventListener
    void on(LoadedPatientChanged event) {
        transactions.afterCommit(
                () -> streams.ring(event.practice(), event.staff().value()));
    }

    /** Pages that show a conversation, or who has replied, look again. */
    @EventListener
    void on(ConversationChanged event) {
        transactions.afterCommit(() -> streams.ring(event.practice()));
    }

    /** Pages that show requests look again. */
    @EventListener
    void on(RequestsChanged event) {
        transactions.afterCommit(() -> streams.ring(event.practice()));
    }

    /** Pages that show who looks at a request look again. */
    @EventListener
    void on(LookersChanged event) {
        transactions.afterCommit(() -> streams.ring(event.practice()));
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        streams.endAll();
    }
}
