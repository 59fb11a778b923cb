package uk.anteroom.loadedpatient.fhircast;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import uk.anteroom.loadedpatient.EventName;
import uk.anteroom.web.Socket;

/** A program that listens: its socket, what it subscribed to, and what it has not acknowledged yet. */
final class Listener {

    private final Socket socket;
    private volatile Subscription subscription;
    private volatile long leaseFrom = System.nanoTime();
    private volatile long heardAt = System.nanoTime();

    // guarded by this
    private final Map<String, Long> unanswered = new LinkedHashMap<>();
    private final Map<String, Sent> sent = new LinkedHashMap<>();
    private @Nullable Sent last;
    private boolean ended;

    Listener(Socket socket, Subscription subscription) {
        this.socket = socket;
        this.subscription = subscription;
    }

    Subscription subscription() {
        return subscription;
    }

    /** It has changed its subscription. */
    void renew(Subscription changed) {
        subscription = changed;
        leaseFrom = System.nanoTime();
    }

    boolean wants(EventName event) {
        return subscription.events().contains(event);
    }

    void say(String text) {
        socket.send(text);
    }

    /** Tells an event; of a change of context an answer is due. */
    void tell(Event event, String text) {
        if (event.name() != EventName.SYNC_ERROR) {
            Sent told = new Sent(event.id(), event.name());
            synchronized (this) {
                unanswered.put(told.id(), System.nanoTime());
                sent.put(told.id(), told);
                last = told;
            }
        }
        socket.send(text);
    }

    /** The event it answers to; nothing for one that is not due. */
    synchronized Optional<Sent> answered(String id) {
        unanswered.remove(id);
        return Optional.ofNullable(sent.remove(id));
    }

    /** The first event that it has left unanswered for so long. */
    synchronized Optional<Sent> overdue(Duration within) {
        Iterator<Map.Entry<String, Long>> oldest = unanswered.entrySet().iterator();
        if (!oldest.hasNext()) {
            return Optional.empty();
        }
        Map.Entry<String, Long> first = oldest.next();
        return System.nanoTime() - first.getValue() > within.toNanos()
                ? Optional.ofNullable(sent.get(first.getKey()))
                : Optional.empty();
    }

    /** The event it was told last, if any. */
    synchronized Optional<Sent> last() {
        return Optional.ofNullable(last);
    }

    void heard() {
        heardAt = System.nanoTime();
    }

    boolean heardWithin(Duration length) {
        return System.nanoTime() - heardAt <= length.toNanos();
    }

    boolean leaseOver() {
        return System.nanoTime() - leaseFrom
                > Duration.ofSeconds(subscription.leaseSeconds()).toNanos();
    }

    void ping() {
        socket.ping();
    }

    boolean stuck() {
        return socket.stuck();
    }

    /** True for whoever ends it first. */
    synchronized boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    void close(CloseStatus reason) {
        socket.close(reason);
    }

    void abandon(CloseStatus reason) {
        socket.abandon(reason);
    }

    /** Call when the transport says that it is closed. */
    void closed() {
        socket.closed();
    }
}
