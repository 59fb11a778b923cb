package uk.anteroom.toolbar.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * How long to wait before trying again: twice as long each time, and spread, so that a surgery's toolbars do not all come back at once. Whoever hears
 * that the service is back ends the wait.
 */
public final class Backoff {

    private final Duration first;
    private final Duration longest;
    private final Semaphore news = new Semaphore(0);
    private int tries;

    public Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** It worked: the next fault is a first one. */
    public synchronized void worked() {
        tries = 0;
    }

    /** Waits until it is time to try again. */
    public void await() throws InterruptedException {
        news.drainPermits();
        // either way it is time
        var _ = news.tryAcquire(next().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The service is there. */
    public void wake() {
        news.release();
    }

    /** The next wait: between half and the whole of it. */
    synchronized Duration next() {
        Duration whole = first.multipliedBy(1L << Math.min(tries, 20));
        tries++;
        long most = Math.min(whole.toMillis(), longest.toMillis());
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }
}
