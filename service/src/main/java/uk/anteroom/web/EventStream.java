package uk.anteroom.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/**
 * One page or program that listens to server-sent events. It looks by itself whenever it is rung, on the thread of its own request, so that a
 * slow reader holds up nobody else; rings that come meanwhile are one ring. What it says is the whole each time, so that nothing is lost with a message.
 *
 * @param <B> who listens, as they are now
 * @param <N> what they are told, written as JSON; told again only when it is another
 */
public final class EventStream<B, N> {

    /** Says what there is to tell somebody; {@code before} is what they were told last. */
    public interface Desk<B, N> {
        N news(B by, @Nullable N before);
    }

    /** Below the 30 s after which a server or a proxy gives up a silent connection; a sign-in that ended is noticed as soon. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OVER = "event: over\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8);

    private final UUID listener;
    private final Supplier<Optional<B>> still;
    private final Desk<B, N> desk;
    private final String event;
    private final ObjectMapper json;
    private final Semaphore bell = new Semaphore(1);
    private volatile boolean closed;

    /**
     * A stream that has not begun.
     *
     * @param listener names whoever it is for, among others of the same practice
     * @param still who listens, or nobody once they may no longer; asked before each word
     * @param event the name of the events that carry news
     */
    public EventStream(UUID listener, Supplier<Optional<B>> still, Desk<B, N> desk, String event, ObjectMapper json) {
        this.listener = listener;
        this.still = still;
        this.desk = desk;
        this.event = event;
        this.json = json;
    }

    UUID listener() {
        return listener;
    }

    void ring() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    void close() {
        closed = true;
        ring();
    }

    /** Speaks until it is closed, the far side goes, or nobody may listen any more. Nothing is told after that. */
    void run(OutputStream out) throws IOException, InterruptedException {
        N said = null;
        while (!closed) {
            boolean rung = bell.tryAcquire(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
            if (closed) {
                return;
            }
            Optional<B> by = still.get();
            if (by.isEmpty()) {
                say(out, OVER);
                return;
            }
            N news = rung ? desk.news(by.get(), said) : said;
            if (news == null || news.equals(said)) {
                say(out, BEAT);
            } else {
                say(out, written(news));
                said = news;
            }
        }
    }

    private byte[] written(N news) {
        return "event: %s\ndata: %s\n\n"
                .formatted(event, json.writeValueAsString(news))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void say(OutputStream out, byte[] text) throws IOException {
        out.write(text);
        out.flush();
    }
}
