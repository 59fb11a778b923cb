package uk.anteroom.loadedpatient.fhircast;

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
import uk.anteroom.web.UncompressedUpgrade;

/** Puts {@link HubSocket} at its addresses. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class FhircastConfiguration implements WebSocketConfigurer {

    private static final int LONGEST_FRAME = 64 * 1024;
    // HubWatch notices silence long before; Jetty keeps one such time for all sockets of a server, so it is no shorter
    // than that of calls
    private static final Duration IDLE = Duration.ofSeconds(130);

    private final HubSocket endpoint;

    FhircastConfiguration(HubSocket endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(endpoint, Subscriptions.SOCKETS + "*")
                .setHandshakeHandler(new DefaultHandshakeHandler(new UncompressedUpgrade(LONGEST_FRAME, IDLE)))
                .addInterceptors(endpoint);
    }

    @Bean
    @Order(0)
    SecurityFilterChain hubSocketSecurity(HttpSecurity http) {
        return http.securityMatcher(Subscriptions.SOCKETS + "*")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
