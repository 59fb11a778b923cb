package uk.anteroom.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServerContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.adapter.jetty.JettyWebSocketHandlerAdapter;
import org.springframework.web.socket.adapter.jetty.JettyWebSocketSession;
import org.springframework.web.socket.server.HandshakeFailureException;
import org.springframework.web.socket.server.RequestUpgradeStrategy;

/**
 * Opens sockets without compression, whatever a browser offers. Jetty negotiates permessage-deflate by itself and Spring's own strategy does not
 * stop it; compressing secrets beside what others chose tells their length, and a small frame could unpack to a huge one.
 */
public final class UncompressedUpgrade implements RequestUpgradeStrategy {

    private final int longestFrame;
    private final Duration idle;

    public UncompressedUpgrade(int longestFrame, Duration idle) {
        this.longestFrame = longestFrame;
        this.idle = idle;
    }

    @Override
    public String[] getSupportedVersions() {
        return new String[] {"13"};
    }

    @Override
    public List<WebSocketExtension> getSupportedExtensions(ServerHttpRequest request) {
        return List.of();
    }

    @Override
    public void upgrade(
            ServerHttpRequest request,
            ServerHttpResponse response,
            @Nullable String selectedProtocol,
            List<WebSocketExtension> selectedExtensions,
            @Nullable Principal user,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws HandshakeFailureException {
        HttpServletRequest servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
        HttpServletResponse servletResponse = ((ServletServerHttpResponse) response).getServletResponse();
        JettyWebSocketHandlerAdapter adapter =
                new JettyWebSocketHandlerAdapter(handler, new JettyWebSocketSession(attributes, user));
        JettyWebSocketServerContainer container =
                JettyWebSocketServerContainer.getContainer(servletRequest.getServletContext());
        container.setMaxTextMessageSize(longestFrame);
        container.setMaxFrameSize(longestFrame);
        container.setAutoFragment(false);
        container.setIdleTimeout(idle);
        try {
            container.upgrade(
                    (asked, answered) -> {
                        answered.setExtensions(List.of());
                        return adapter;
                    },
                    servletRequest,
                    servletResponse);
        } catch (IOException e) {
            throw new HandshakeFailureException("The socket could not be opened", e);
        }
    }
}
