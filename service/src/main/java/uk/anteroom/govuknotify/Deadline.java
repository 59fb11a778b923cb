package uk.anteroom.govuknotify;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uk.gov.service.notify.NotificationClientException;

/** Ends a question to Notify that takes too long: its client waits for ever. */
final class Deadline {

    /** The answer did not come in time; what was asked for may have happened. */
    static final class Passed extends Exception {
        private static final long serialVersionUID = 1;
    }

    // an interrupt closes the socket of a virtual thread, so that nothing stays behind
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Duration within;

    Deadline(Duration within) {
        this.within = within;
    }

    <T> T call(Callable<T> question) throws NotificationClientException, Passed {
        Future<T> answer = threads.submit(question);
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Passed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Passed();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NotificationClientException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
