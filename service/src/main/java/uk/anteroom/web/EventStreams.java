package uk.anteroom.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import uk.anteroom.kernel.PracticeId;

/** The event streams of one kind in this process, practice by practice. */
public final class EventStreams {

    private final int mostOfOne;
    private final Map<PracticeId, List<EventStream<?, ?>>> listening = new ConcurrentHashMap<>();

    /** One listener has so many at most; of more, the oldest ends. */
    public EventStreams(int mostOfOne) {
        this.mostOfOne = mostOfOne;
    }

    /** Speaks to whoever asked for as long as they listen, on their own thread, which is a virtual one. */
    public void listen(PracticeId practice, EventStream<?, ?> stream, HttpServletResponse response)
            throws IOException, InterruptedException {
        response.setContentType("text/event-stream;charset=UTF-8");
        // a proxy that collects before it passes on would make every word late
        response.setHeader("X-Accel-Buffering", "no");
        add(practice, stream);
        try {
            stream.run(response.getOutputStream());
        } finally {
            of(practice).remove(stream);
        }
    }

    /** There may be news for everybody in a practice. */
    public void ring(PracticeId practice) {
        of(practice).forEach(EventStream::ring);
    }

    /** There may be news for one listener. */
    public void ring(PracticeId practice, UUID listener) {
        of(practice, listener).forEach(EventStream::ring);
    }

    /** One listener is told nothing more. */
    public void end(PracticeId practice, UUID listener) {
        of(practice, listener).forEach(EventStream::close);
    }

    /** A server that stops waits for its requests, and these would never end. */
    public void endAll() {
        listening.values().forEach(streams -> streams.forEach(EventStream::close));
    }

    private void add(PracticeId practice, EventStream<?, ?> stream) {
        listening.computeIfAbsent(practice, _ -> new CopyOnWriteArrayList<>()).add(stream);
        List<EventStream<?, ?>> theirs = of(practice, stream.listener());
        theirs.stream().limit(Math.max(0, theirs.size() - mostOfOne)).forEach(EventStream::close);
    }

    private List<EventStream<?, ?>> of(PracticeId practice) {
        return listening.getOrDefault(practice, List.of());
    }

    private List<EventStream<?, ?>> of(PracticeId practice, UUID listener) {
        return of(practice).stream()
                .filter(stream -> stream.listener().equals(listener))
                .toList();
    }
}
