package uk.anteroom.call.signalling;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import uk.anteroom.call.CallSettings;

/** Puts {@link SignalSocket} at {@code /signal}. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SignalConfiguration implements WebSocketConfigurer {

    private static final int LONGEST_FRAME = 64 * 1024;

    private final SignalSocket endpoint;
    private final CallSettings settings;

    SignalConfiguration(SignalSocket endpoint, CallSettings settings) {
        this.endpoint = endpoint;
        this.settings = settings;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        JettyRequestUpgradeStrategy jetty = new JettyRequestUpgradeStrategy();
        jetty.addWebSocketConfigurer(socket -> {
            socket.setMaxTextMessageSize(LONGEST_FRAME);
            socket.setMaxFrameSize(LONGEST_FRAME);
            socket.setAutoFragment(false);
            // silence is noticed by Watch, which must come first
            socket.setIdleTimeout(settings.holdFor().plus(Duration.ofSeconds(10)));
        });
        // Without origins of its own, Spring admits pages of the request's own host only.
        registry.addHandler(endpoint, "/signal")
                .setHandshakeHandler(new Uncompressed(jetty))
                .setAllowedOrigins(settings.origins().toArray(String[]::new));
    }

    // The pass in the first message is the only credential: no cookie is read, so there is nothing to forge.
    @Bean
    @Order(0)
    SecurityFilterChain signalSecurity(HttpSecurity http) {
        return http.securityMatcher("/signal")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    // Compressing secrets beside what others chose tells their length; and a small frame could unpack to a huge one.
    private static final class Uncompressed extends DefaultHandshakeHandler {

        Uncompressed(JettyRequestUpgradeStrategy jetty) {
            super(jetty);
        }

        @Override
        protected List<WebSocketExtension> filterRequestedExtensions(
                ServerHttpRequest request, List<WebSocketExtension> requested, List<WebSocketExtension> supported) {
            return List.of();
        }
    }
}
