package uk.anteroom.call.signalling;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/**
 * One opened socket and its only writer. Sending never blocks: a page that reads too slowly is closed with 4413 and
 * holds nobody else up.
 */
final class Socket {

    private static final Logger log = LoggerFactory.getLogger(Socket.class);

    // Twice what an outbox holds, so that a replay and what happens meanwhile fit.
    private static final int MOST_WAITING = 2 * Outbox.MOST_MESSAGES;
    private static final int MOST_CHARACTERS = 2 * Outbox.MOST_BYTES;
    private static final Duration LONGEST_SEND = Duration.ofSeconds(10);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final WebSocketSession transport;
    private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger characters = new AtomicInteger();
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
    private final Thread writer;
    private volatile long sendingSince;
    private volatile boolean sending;

    Socket(WebSocketSession transport) {
        this.transport = transport;
        this.writer = Thread.ofVirtual().name("socket-" + transport.getId()).start(this::write);
    }

    void send(String text) {
        if (ending.get() != null) {
            return;
        }
        if (waiting.size() >= MOST_WAITING || characters.addAndGet(text.length()) > MOST_CHARACTERS) {
            abandon(Ending.TOO_SLOW);
            return;
        }
        waiting.add(() -> transmit(text));
    }

    /** Closes after everything that waits has been sent. The first reason counts. */
    void close(Ending reason) {
        if (ending.compareAndSet(null, reason)) {
            Thread.ofVirtual().start(this::disconnectUnlessClosed);
            waiting.add(() -> shut(reason));
        }
    }

    /** Closes at once; what waits is lost. */
    void abandon(Ending reason) {
        if (ending.compareAndSet(null, reason)) {
            Thread.ofVirtual().start(this::disconnectUnlessClosed);
            waiting.clear();
            log.debug("Socket {} abandoned: {}", transport.getId(), reason);
            Thread.ofVirtual().start(() -> shut(reason));
        }
    }

    /** What this page says does not count any more. */
    boolean ending() {
        return ending.get() != null;
    }

    boolean stuck() {
        return sending && System.nanoTime() - sendingSince > LONGEST_SEND.toNanos();
    }

    /** Call when the transport says that it is closed. */
    void closed() {
        ending.compareAndSet(null, Ending.GONE_AWAY);
        writer.interrupt();
    }

    private void write() {
        try {
            while (transport.isOpen()) {
                waiting.take().run();
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private void transmit(String text) {
        characters.addAndGet(-text.length());
        sendingSince = System.nanoTime();
        sending = true;
        try {
            transport.sendMessage(new TextMessage(text));
        } catch (IOException | RuntimeException e) {
            // the transport reports its own end; what was not read is sent again after a resume
            log.debug(
                    "Socket {} lost while sending: {}",
                    transport.getId(),
                    e.getClass().getSimpleName());
        } finally {
            sending = false;
        }
    }

    private void shut(Ending reason) {
        try {
            transport.close(reason.status());
        } catch (IOException | RuntimeException e) {
            log.debug(
                    "Socket {} lost while closing: {}",
                    transport.getId(),
                    e.getClass().getSimpleName());
        }
    }

    // A close frame queues behind what a slow page does not read, and a page that is gone never answers it.
    private void disconnectUnlessClosed() {
        try {
            Thread.sleep(CLOSE_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (transport.isOpen() && transport instanceof NativeWebSocketSession holder) {
            Session session = holder.getNativeSession(Session.class);
            if (session != null) {
                session.disconnect();
            }
        }
    }
}
