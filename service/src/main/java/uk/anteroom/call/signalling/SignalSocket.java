package uk.anteroom.call.signalling;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import uk.anteroom.call.CallSettings;
import uk.anteroom.call.Seats;
import uk.anteroom.web.Socket;

/** The endpoint {@code /signal}. */
@Component
class SignalSocket extends TextWebSocketHandler {

    private final CallSettings settings;
    private final FrameReader reader;
    private final Reception reception;
    private final Commands commands;
    private final Seats seats;
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();

    SignalSocket(CallSettings settings, FrameReader reader, Reception reception, Commands commands, Seats seats) {
        this.settings = settings;
        this.reader = reader;
        this.reception = reception;
        this.commands = commands;
        this.seats = seats;
    }

    Collection<Connection> connections() {
        return List.copyOf(connections.values());
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession transport) {
        connections.put(
                transport.getId(), new Connection(socket(transport), settings, reader, reception, commands, seats));
    }

    // Twice what an outbox holds, so that a replay and what happens meanwhile fit.
    private static Socket socket(WebSocketSession transport) {
        return new Socket(transport, 2 * Outbox.MOST_MESSAGES, 2 * Outbox.MOST_BYTES, Ending.TOO_SLOW.status());
    }

    @Override
    protected void handleTextMessage(WebSocketSession transport, TextMessage message) {
        Connection connection = connections.get(transport.getId());
        if (connection != null) {
            connection.receive(message.getPayload());
        }
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession transport, BinaryMessage message) {
        Connection connection = connections.get(transport.getId());
        if (connection != null) {
            connection.binary();
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession transport, CloseStatus status) {
        Connection connection = connections.remove(transport.getId());
        if (connection != null) {
            connection.closed();
        }
    }
}
