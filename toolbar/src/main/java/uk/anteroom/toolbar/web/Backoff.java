package uk.anteroom.toolbar.web;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before trying again: twice as long each time, and spread, so that a surgery's toolbars do not all come back at once. */
public final class Backoff {

    private final Duration first;
    private final Duration longest;
    private int tries;

    public Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** It worked: the next fault is a first one. */
    public void worked() {
        tries = 0;
    }

    /** The next wait: between half and the whole of it. */
    public Duration next() {
        Duration whole = first.multipliedBy(1L << Math.min(tries, 20));
        tries++;
        long most = Math.min(whole.toMillis(), longest.toMillis());
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }
}
