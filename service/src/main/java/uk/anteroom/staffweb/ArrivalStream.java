package uk.anteroom.staffweb;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.databind.ObjectMapper;
import uk.anteroom.practice.StaffMember;

/**
 * One page that listens. It looks by itself whenever it is rung, on the thread of its own request, so that a slow reader holds up nobody
 * else; rings that come meanwhile are one ring.
 */
final class ArrivalStream {

    /** Below the 30 s after which a server or a proxy gives up a silent connection; a session that ended is noticed as soon. */
    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OVER = "event: over\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8);

    private final UUID staff;
    private final Supplier<Optional<StaffMember>> signedIn;
    private final ArrivalDesk desk;
    private final ObjectMapper json;
    private final Semaphore bell = new Semaphore(1);
    private volatile boolean closed;

    ArrivalStream(UUID staff, Supplier<Optional<StaffMember>> signedIn, ArrivalDesk desk, ObjectMapper json) {
        this.staff = staff;
        this.signedIn = signedIn;
        this.desk = desk;
        this.json = json;
    }

    UUID staff() {
        return staff;
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

    /** Speaks until it is closed, the page goes, or its session ends. Nothing is said after the session has ended. */
    void run(OutputStream out) throws IOException, InterruptedException {
        ArrivalNews said = null;
        while (!closed) {
            boolean rung = bell.tryAcquire(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
            if (closed) {
                return;
            }
            Optional<StaffMember> by = signedIn.get().filter(StaffMember::mayInvite);
            if (by.isEmpty()) {
                say(out, OVER);
                return;
            }
            ArrivalNews news = rung ? desk.news(by.get(), said) : said;
            if (news == null || news.sameAs(said)) {
                say(out, BEAT);
            } else {
                say(out, event(news));
                said = news;
            }
        }
    }

    private byte[] event(ArrivalNews news) {
        return ("event: waiting\ndata: " + json.writeValueAsString(news) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void say(OutputStream out, byte[] text) throws IOException {
        out.write(text);
        out.flush();
    }
}
