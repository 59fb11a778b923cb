package uk.anteroom.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last request that was seen of a list, behind which it goes on whatever has come or gone meanwhile. Written as rank, microseconds and id.
 *
 * @param rank of its urgency, 0 to 2
 * @param at when it was received, or closed
 */
public record InboxPlace(int rank, Instant at, RequestId id) {

    private static final Pattern WRITTEN = Pattern.compile("([0-2])\\.([0-9]{1,17})\\.([0-9a-f-]{36})");
    private static final long MICROS = 1_000_000;

    static InboxPlace of(InboxLine line) {
        Instant closed = line.closedAt();
        return new InboxPlace(line.urgency().ordinal(), closed == null ? line.receivedAt() : closed, line.id());
    }

    /** Reads one; empty if it cannot be one. */
    public static Optional<InboxPlace> read(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            long micros = Long.parseLong(written.group(2));
            return Optional.of(new InboxPlace(
                    Integer.parseInt(written.group(1)),
                    Instant.ofEpochSecond(micros / MICROS).plus(micros % MICROS, ChronoUnit.MICROS),
                    new RequestId(UUID.fromString(written.group(3)))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return rank + "." + ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + id;
    }
}
