package uk.anteroom.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/**
 * One opened socket and its only writer. Sending never blocks: a page that reads too slowly is closed and holds
 * nobody else up.
 */
public final class Socket {

    private static final Logger log = LoggerFactory.getLogger(Socket.class);

    private static final Duration LONGEST_SEND = Duration.ofSeconds(10);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final WebSocketSession transport;
    private final int mostWaiting;
    private final int mostCharacters;
    private final CloseStatus tooSlow;
    private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger characters = new AtomicInteger();
    private final AtomicReference<@Nullable CloseStatus> ending = new AtomicReference<>();
    private final Thread writer;
    private volatile long sendingSince;
    private volatile boolean sending;

    /** What may wait to be sent at once, in messages and in characters; beyond that the far side is too slow. */
    public Socket(WebSocketSession transport, int mostWaiting, int mostCharacters, CloseStatus tooSlow) {
        this.transport = transport;
        this.mostWaiting = mostWaiting;
        this.mostCharacters = mostCharacters;
        this.tooSlow = tooSlow;
        this.writer = Thread.ofVirtual().name("socket-" + transport.getId()).start(this::write);
    }

    /** Sends in its turn; nothing once it is closing. */
    public void send(String text) {
        if (ending.get() != null) {
            return;
        }
        if (waiting.size() >= mostWaiting || characters.addAndGet(text.length()) > mostCharacters) {
            abandon(tooSlow);
            return;
        }
        waiting.add(() -> transmit(new TextMessage(text), text.length()));
    }

    /** Asks the far side for a sign of life, in its turn. */
    public void ping() {
        if (ending.get() == null && waiting.size() < mostWaiting) {
            waiting.add(() -> transmit(new PingMessage(), 0));
        }
    }

    /** Closes after everything that waits has been sent. The first reason counts. */
    public void close(CloseStatus reason) {
        if (ending.compareAndSet(null, reason)) {
            Thread.ofVirtual().start(this::disconnectUnlessClosed);
            waiting.add(() -> shut(reason));
        }
    }

    /** Closes at once; what waits is lost. */
    public void abandon(CloseStatus reason) {
        if (ending.compareAndSet(null, reason)) {
            Thread.ofVirtual().start(this::disconnectUnlessClosed);
            waiting.clear();
            log.debug("Socket {} abandoned: {}", transport.getId(), reason.getCode());
            Thread.ofVirtual().start(() -> shut(reason));
        }
    }

    /** What this page says does not count any more. */
    public boolean ending() {
        return ending.get() != null;
    }

    /** One message has been on its way for longer than any network takes. */
    public boolean stuck() {
        return sending && System.nanoTime() - sendingSince > LONGEST_SEND.toNanos();
    }

    /** Call when the transport says that it is closed. */
    public void closed() {
        ending.compareAndSet(null, CloseStatus.GOING_AWAY);
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

    private void transmit(WebSocketMessage<?> message, int length) {
        characters.addAndGet(-length);
        sendingSince = System.nanoTime();
        sending = true;
        try {
            transport.sendMessage(message);
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

    private void shut(CloseStatus reason) {
        try {
            transport.close(reason);
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
