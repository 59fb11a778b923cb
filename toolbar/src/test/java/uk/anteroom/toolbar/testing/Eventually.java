package uk.anteroom.toolbar.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread brings about. */
public final class Eventually {

    private Eventually() {}

    public static void eventually(String what, BooleanSupplier answer) {
        Instant deadline = Instant.now().plusSeconds(15);
        while (!answer.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Waited in vain for: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
