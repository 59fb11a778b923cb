package uk.anteroom.toolbar.news;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import uk.anteroom.toolbar.hub.Pace;
import uk.anteroom.toolbar.web.Backoff;
import uk.anteroom.toolbar.web.Service;
import uk.anteroom.toolbar.web.SignedOut;
import uk.anteroom.toolbar.web.Unreachable;

/** Listens to the news for as long as somebody is signed in. While the connection is away nobody can tell who waits. */
public final class NewsLink {

    /** What is heard. Called on threads of the connection. */
    public interface Ears {

        /** The news; nothing while nobody can tell. */
        void news(Optional<News> news);

        /** The token works no more; nothing is heard after this. */
        void signedOut();
    }

    /** The service gives a sign of life every fifteen seconds; two may be missed. */
    private static final Duration SILENT = Duration.ofSeconds(40);

    private final Service service;
    private final String token;
    private final Ears ears;
    private final Pace pace;
    private final Backoff backoff;
    private final Duration silent;
    private final Thread thread;

    public NewsLink(Service service, String token, Ears ears, Pace pace) {
        this.service = service;
        this.token = token;
        this.ears = ears;
        this.pace = pace;
        this.backoff = new Backoff(pace.first(), pace.longest());
        // a pace that is quicker than usual is so for both connections
        this.silent = pace.silent().compareTo(Pace.USUAL.silent()) < 0 ? pace.silent() : SILENT;
        this.thread = Thread.ofVirtual().name("news").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** The service is there: there is nothing to wait for. */
    public void wake() {
        backoff.wake();
    }

    public void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    listen();
                } catch (Unreachable e) {
                    // tried again below
                } finally {
                    ears.news(Optional.empty());
                }
                backoff.await();
            }
        } catch (SignedOut e) {
            ears.signedOut();
        } catch (InterruptedException e) {
            // nobody listens any more
        }
    }

    /** One connection. A reader of its own reads, since a read that waits cannot be given up otherwise than by closing what is read. */
    private void listen() throws Unreachable, SignedOut, InterruptedException {
        Reader reader = new Reader(service.stream("/toolbar/news", token));
        Thread reading = Thread.ofVirtual().name("news-reader").start(reader);
        try {
            while (reading.isAlive() && reader.silentFor().compareTo(silent) < 0) {
                reading.join(pace.look());
            }
        } finally {
            reader.close();
        }
    }

    private final class Reader implements Runnable {

        private final InputStream stream;
        private final EventStream events = new EventStream();
        private volatile long heardAt = System.nanoTime();
        private boolean closed;

        Reader(InputStream stream) {
            this.stream = stream;
        }

        Duration silentFor() {
            return Duration.ofNanos(System.nanoTime() - heardAt);
        }

        @Override
        public void run() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    heardAt = System.nanoTime();
                    Optional<EventStream.Event> event = events.line(line);
                    if (event.isPresent() && event.get().name().equals("news")) {
                        tell(News.of(event.get().data()));
                    }
                }
            } catch (IOException | Unreachable e) {
                // the connection is over
            }
        }

        private synchronized void tell(News news) {
            if (!closed) {
                backoff.worked();
                ears.news(Optional.of(news));
            }
        }

        void close() {
            synchronized (this) {
                closed = true;
            }
            try {
                stream.close();
            } catch (IOException e) {
                // it is over anyway
            }
        }
    }
}
