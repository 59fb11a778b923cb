package uk.anteroom.toolbar.hub;

import com.google.gson.JsonObject;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.anteroom.toolbar.web.Fields;
import uk.anteroom.toolbar.web.Unreachable;

/** The socket to the hub: what comes through it, and the acknowledgement of each event. */
final class HubSocket implements WebSocket.Listener {

    private static final int LONGEST = 128 * 1024;

    private final Runnable confirmed;
    private final Consumer<Optional<OpenPatient>> patient;
    private final Loaded loaded = new Loaded();
    private final StringBuilder partial = new StringBuilder();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile long heardAt = System.nanoTime();

    // guarded by this
    private boolean over;
    private long leaseFrom;
    private @Nullable Duration lease;
    private boolean askedAgain;

    HubSocket(Runnable confirmed, Consumer<Optional<OpenPatient>> patient) {
        this.confirmed = confirmed;
        this.patient = patient;
    }

    synchronized boolean over() {
        return over;
    }

    synchronized boolean leaseOver() {
        return lease != null && System.nanoTime() - leaseFrom > lease.toNanos();
    }

    /** True once, when it is time to ask for more. */
    synchronized boolean leaseNearlyOver() {
        Duration granted = lease;
        if (granted == null || askedAgain) {
            return false;
        }
        Duration margin = granted.dividedBy(5).compareTo(HubLink.MARGIN) < 0 ? granted.dividedBy(5) : HubLink.MARGIN;
        return System.nanoTime() - leaseFrom > granted.minus(margin).toNanos();
    }

    synchronized void asksAgain() {
        askedAgain = true;
    }

    Duration silentFor() {
        return Duration.ofNanos(System.nanoTime() - heardAt);
    }

    /** Waits for the end, at most so long. */
    void await(Duration most) throws InterruptedException {
        // either way its reader looks again
        var _ = ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is still on its way when the connection counts as over must not bring a patient back. */
    private synchronized void take(Event event) {
        if (!over) {
            patient.accept(loaded.take(event));
        }
    }

    /** Nothing is heard through it after this. */
    synchronized void end() {
        over = true;
        ended.countDown();
    }

    private synchronized void lease(Duration granted) {
        lease = granted;
        leaseFrom = System.nanoTime();
        askedAgain = false;
        if (!over) {
            confirmed.run();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        heardAt = System.nanoTime();
        partial.append(text);
        if (partial.length() > LONGEST) {
            end();
            return null;
        }
        if (last) {
            String whole = partial.toString();
            partial.setLength(0);
            receive(socket, whole);
        }
        socket.request(1);
        return null;
    }

    private void receive(WebSocket socket, String text) {
        Fields message;
        try {
            message = Fields.of(text);
        } catch (Unreachable e) {
            end();
            return;
        }
        switch (message.text("hub.mode").orElse("")) {
            case "subscribe" ->
                lease(Duration.ofSeconds(message.number("hub.lease_seconds").orElse(0L)));
            case "denied" -> end();
            default ->
                Event.of(message).ifPresent(event -> {
                    take(event);
                    acknowledge(socket, event.id());
                });
        }
    }

    /** FHIRcast 3.0.0, 2-5: the status is a number in the table and a string in the example; ours is a string. */
    private static void acknowledge(WebSocket socket, String id) {
        JsonObject answer = new JsonObject();
        answer.addProperty("id", id);
        answer.addProperty("status", "200");
        // one that cannot be sent is missed by the hub, which then ends the connection
        var _ = socket.sendText(answer.toString(), true);
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
        heardAt = System.nanoTime();
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end();
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable problem) {
        end();
    }
}
