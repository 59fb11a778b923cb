package uk.anteroom.toolbardoor;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.WaitingBell;
import uk.anteroom.conversation.ConversationChanged;
import uk.anteroom.desktop.ConnectedProgram;
import uk.anteroom.desktop.ProgramEnded;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.request.RequestsChanged;
import uk.anteroom.web.EventStream;
import uk.anteroom.web.EventStreams;

/** The toolbars of each practice that listen in this process. */
@Component
class NewsStreams implements WaitingBell {

    /** A toolbar has one; one that lost its network and came back has two for a moment. Of more, the oldest ends. */
    private static final int MOST_OF_PROGRAM = 2;

    private final EventStreams streams = new EventStreams(MOST_OF_PROGRAM);
    private final PracticeTransactions transactions;

    NewsStreams(PracticeTransactions transactions) {
        this.transactions = transactions;
    }

    void listen(PracticeId practice, EventStream<ConnectedProgram, News> stream, HttpServletResponse response)
            throws IOException, InterruptedException {
        streams.listen(practice, stream, response);
    }

    @Override
    public void ring(PracticeId practice) {
        streams.ring(practice);
    }

    @EventListener
    void on(ConversationChanged event) {
        transactions.afterCommit(() -> ring(event.practice()));
    }

    @EventListener
    void on(RequestsChanged event) {
        transactions.afterCommit(() -> ring(event.practice()));
    }

    @EventListener
    void on(ProgramEnded event) {
        transactions.afterCommit(
                () -> streams.end(event.practice(), event.program().value()));
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        streams.endAll();
    }
}
