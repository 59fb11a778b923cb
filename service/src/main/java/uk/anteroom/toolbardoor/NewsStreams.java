package uk.anteroom.toolbardoor;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.WaitingBell;
import uk.anteroom.desktop.ProgramEnded;
import uk.anteroom.desktop.ProgramId;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.request.RequestsChanged;

/** The toolbars of each practice that listen in this process. */
@Component
class NewsStreams implements WaitingBell {

    /** A toolbar has one; one that lost its network and came back has two for a moment. Of more, the oldest ends. */
    private static final int MOST_OF_PROGRAM = 2;

    private final PracticeTransactions transactions;
    private final Map<PracticeId, List<NewsStream>> listening = new ConcurrentHashMap<>();

    NewsStreams(PracticeTransactions transactions) {
        this.transactions = transactions;
    }

    void add(NewsStream stream) {
        List<NewsStream> all =
                listening.computeIfAbsent(stream.program().by().practice(), unused -> new CopyOnWriteArrayList<>());
        all.add(stream);
        List<NewsStream> its = of(all, stream.program().id());
        its.stream().limit(Math.max(0, its.size() - MOST_OF_PROGRAM)).forEach(NewsStream::close);
    }

    void remove(NewsStream stream) {
        listening.getOrDefault(stream.program().by().practice(), List.of()).remove(stream);
    }

    @Override
    public void ring(PracticeId practice) {
        listening.getOrDefault(practice, List.of()).forEach(NewsStream::ring);
    }

    @EventListener
    void on(RequestsChanged event) {
        transactions.afterCommit(() -> ring(event.practice()));
    }

    @EventListener
    void on(ProgramEnded event) {
        transactions.afterCommit(() -> of(listening.getOrDefault(event.practice(), List.of()), event.program())
                .forEach(NewsStream::close));
    }

    /** A server that stops waits for its requests, and these would never end. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        listening.values().forEach(streams -> streams.forEach(NewsStream::close));
    }

    private static List<NewsStream> of(List<NewsStream> streams, ProgramId program) {
        return streams.stream()
                .filter(stream -> stream.program().id().equals(program))
                .toList();
    }
}
