package uk.anteroom.call.signalling;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import uk.anteroom.call.CallSettings;
import uk.anteroom.web.UncompressedUpgrade;

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
        // silence is noticed by Watch, which must come first
        Duration idle = settings.holdFor().plus(Duration.ofSeconds(10));
        // Without origins of its own, Spring admits pages of the request's own host only.
        registry.addHandler(endpoint, "/signal")
                .setHandshakeHandler(new DefaultHandshakeHandler(new UncompressedUpgrade(LONGEST_FRAME, idle)))
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
}
