package uk.anteroom.loadedpatient.fhircast;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import uk.anteroom.web.Socket;

/** The sockets of the hub. The secret in their address is the only credential: no cookie is read, and an origin proves nothing (4-3). */
@Component
class HubSocket extends TextWebSocketHandler implements HandshakeInterceptor {

    private static final String SUBSCRIPTION = "subscription";
    private static final int MOST_WAITING = 64;
    private static final int MOST_CHARACTERS = 1024 * 1024;
    /** A program answers what it is told, and patients are not opened faster. */
    private static final int BURST = 60;

    private static final int PER_SECOND = 10;

    private record Open(Listener listener, Bucket allowance) {}

    private final Subscriptions subscriptions;
    private final Telling telling;
    private final ContextHub hub;
    private final EventReader reader;
    private final Map<String, Open> sockets = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    HubSocket(Subscriptions subscriptions, Telling telling, ContextHub hub, EventReader reader) {
        this.subscriptions = subscriptions;
        this.telling = telling;
        this.hub = hub;
        this.reader = reader;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        String path = request.getURI().getPath();
        Optional<Subscription> wish = subscriptions.connect(path.substring(path.lastIndexOf('/') + 1));
        wish.ifPresentOrElse(
                found -> attributes.put(SUBSCRIPTION, found), () -> response.setStatusCode(HttpStatus.NOT_FOUND));
        return wish.isPresent();
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception problem) {
        // one that failed is an endpoint used up; its program asks for another
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession transport) {
        Subscription wish = (Subscription) transport.getAttributes().get(SUBSCRIPTION);
        if (wish == null) {
            throw new IllegalStateException("A socket without a subscription");
        }
        Listener listener = new Listener(
                new Socket(transport, MOST_WAITING, MOST_CHARACTERS, CloseStatus.SESSION_NOT_RELIABLE), wish);
        Bucket allowance = Bucket.builder()
                .addLimit(limit -> limit.capacity(BURST).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
                .build();
        sockets.put(transport.getId(), new Open(listener, allowance));
        subscriptions.begin(listener);
    }

    @Override
    protected void handleTextMessage(WebSocketSession transport, TextMessage message) {
        Open open = sockets.get(transport.getId());
        if (open == null) {
            return;
        }
        if (!open.allowance().tryConsume(1)) {
            hub.leave(open.listener(), "too many messages", CloseStatus.POLICY_VIOLATION);
            return;
        }
        open.listener().heard();
        Optional<Answer> answer = reader.answer(message.getPayload());
        if (answer.isEmpty()) {
            hub.leave(open.listener(), "not an answer to an event", CloseStatus.POLICY_VIOLATION);
            return;
        }
        open.listener()
                .answered(answer.get().eventId())
                .filter(event -> !answer.get().good())
                .ifPresent(event -> telling.couldNotFollow(
                        open.listener(),
                        event,
                        answer.get().status() / 100 == 4
                                ? "does not follow the change of patient"
                                : "could not take the change of patient"));
    }

    @Override
    protected void handlePongMessage(WebSocketSession transport, PongMessage message) {
        Open open = sockets.get(transport.getId());
        if (open != null) {
            open.listener().heard();
        }
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession transport, BinaryMessage message) {
        Open open = sockets.get(transport.getId());
        if (open != null) {
            hub.leave(open.listener(), "text only", CloseStatus.NOT_ACCEPTABLE);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession transport, CloseStatus status) {
        Open open = sockets.remove(transport.getId());
        if (open == null) {
            return;
        }
        Listener listener = open.listener();
        listener.closed();
        if (stopping || !subscriptions.lost(listener)) {
            return;
        }
        if (saidGoodbye(status)) {
            // a source that is lost instead has until it counts as silent to come back
            hub.left(listener.subscription());
        } else {
            // 2-5, Hub Generated SyncError Events: of one that was told nothing there is no event to name
            listener.last().ifPresent(event -> telling.couldNotFollow(listener, event, "is not connected any more"));
        }
    }

    void start() {
        stopping = false;
    }

    /** Closes every socket; whoever is there comes back to another node, or to this one when it has started again. */
    void stop() {
        stopping = true;
        sockets.values().forEach(open -> open.listener().close(CloseStatus.SERVICE_RESTARTED));
    }

    private static boolean saidGoodbye(CloseStatus status) {
        return status.getCode() == CloseStatus.NORMAL.getCode() || status.getCode() == CloseStatus.GOING_AWAY.getCode();
    }
}
