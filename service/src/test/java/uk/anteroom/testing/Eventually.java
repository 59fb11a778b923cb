package uk.anteroom.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what a job brings about, as long as it takes and no longer. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Eventually() {}

    /** Asks again until the answer is true. Fails with what was waited for. */
    public static void eventually(String what, Supplier<Boolean> answer) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!answer.get()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Waited in vain for: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
