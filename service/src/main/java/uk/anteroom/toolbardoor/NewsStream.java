package uk.anteroom.toolbardoor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.databind.ObjectMapper;
import uk.anteroom.desktop.ConnectedProgram;

/**
 * One toolbar that listens. It looks by itself whenever it is rung, on the thread of its own request, so that a slow reader holds up nobody
 * else; rings that come meanwhile are one ring.
 */
final class NewsStream {

    /** Below the 30 s after which a server or a proxy gives up a silent connection; a token that ended is noticed as soon. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final ConnectedProgram program;
    private final Supplier<Optional<ConnectedProgram>> still;
    private final NewsDesk desk;
    private final ObjectMapper json;
    private final Semaphore bell = new Semaphore(1);
    private volatile boolean closed;

    NewsStream(ConnectedProgram program, Supplier<Optional<ConnectedProgram>> still, NewsDesk desk, ObjectMapper json) {
        this.program = program;
        this.still = still;
        this.desk = desk;
        this.json = json;
    }

    ConnectedProgram program() {
        return program;
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

    /** Speaks until it is closed, the toolbar goes, or its token ends. Nothing is said after that. */
    void run(OutputStream out) throws IOException, InterruptedException {
        News said = null;
        while (!closed) {
            boolean rung = bell.tryAcquire(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
            Optional<ConnectedProgram> now = closed ? Optional.empty() : still.get();
            if (now.isEmpty()) {
                return;
            }
            News news = rung ? desk.news(now.get().by(), said) : said;
            if (news == null || news.equals(said)) {
                say(out, BEAT);
            } else {
                say(
                        out,
                        ("event: news\ndata: " + json.writeValueAsString(news) + "\n\n")
                                .getBytes(StandardCharsets.UTF_8));
                said = news;
            }
        }
    }

    private static void say(OutputStream out, byte[] text) throws IOException {
        out.write(text);
        out.flush();
    }
}
