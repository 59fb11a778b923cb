package uk.anteroom.call.signalling;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** What was said to one page and not acknowledged yet, within one session. Not thread-safe. */
final class Outbox {

    static final int MOST_MESSAGES = 64;
    static final int MOST_BYTES = 256 * 1024;

    private record Kept(long number, String text, int bytes) {}

    private final Deque<Kept> kept = new ArrayDeque<>();
    private long sent;
    private long acknowledged;
    private int bytes;
    private boolean overflowed;

    /**
     * Numbers a message, writes it and keeps it. Answers its text, or nothing if too much is unacknowledged: from then on
     * something is lost, and this numbering cannot be resumed.
     */
    Optional<String> add(LongFunction<String> writer) {
        if (overflowed) {
            return Optional.empty();
        }
        String text = writer.apply(sent + 1);
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (kept.size() >= MOST_MESSAGES || bytes + length > MOST_BYTES) {
            overflowed = true;
            kept.clear();
            return Optional.empty();
        }
        sent++;
        bytes += length;
        kept.add(new Kept(sent, text, length));
        return Optional.of(text);
    }

    /** Forgets everything up to that number. Answers whether that much was ever sent. */
    boolean acknowledge(long number) {
        if (number > sent) {
            return false;
        }
        acknowledged = Math.max(acknowledged, number);
        while (!kept.isEmpty() && kept.peek().number() <= number) {
            bytes -= kept.remove().bytes();
        }
        return true;
    }

    /** Whether everything after that number is still here. */
    boolean canReplayAfter(long number) {
        return !overflowed && number >= acknowledged && number <= sent;
    }

    /** Everything not acknowledged, in order. */
    List<String> unacknowledged() {
        return kept.stream().map(Kept::text).toList();
    }
}
