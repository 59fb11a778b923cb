package uk.anteroom.demo.smart;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import uk.anteroom.demo.seed.SeedSettings;

/** What the clinical system says of its sign-in (SMART App Launch 2.2, "conformance"). A servlet, because the record's own has everything below its address. */
final class SmartConfigurationServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final byte[] said;

    private SmartConfigurationServlet(URI record) {
        this.said = JsonMapper.builder()
                .build()
                .writeValueAsBytes(Map.of(
                        "issuer", record.toString(),
                        "authorization_endpoint",
                                record.resolve(AuthorizationServer.AUTHORIZE).toString(),
                        "token_endpoint",
                                record.resolve(AuthorizationServer.TOKEN).toString(),
                        "jwks_uri", record.resolve(AuthorizationServer.KEYS).toString(),
                        "grant_types_supported", List.of("authorization_code"),
                        "response_types_supported", List.of("code"),
                        "token_endpoint_auth_methods_supported", List.of("none"),
                        "code_challenge_methods_supported", List.of("S256"),
                        "scopes_supported", List.of("openid", "fhirUser", "launch", "patient/Patient.r"),
                        "capabilities",
                                List.of(
                                        "launch-ehr",
                                        "client-public",
                                        "sso-openid-connect",
                                        "context-ehr-patient",
                                        "context-banner",
                                        "permission-patient",
                                        "permission-v2")));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(said);
    }

    @Configuration
    static class AtItsAddress {

        @Bean
        ServletRegistrationBean<SmartConfigurationServlet> smartConfiguration(SeedSettings seed) {
            ServletRegistrationBean<SmartConfigurationServlet> servlet = new ServletRegistrationBean<>(
                    new SmartConfigurationServlet(seed.clinicalSystem()),
                    seed.clinicalSystem().getPath() + "/.well-known/smart-configuration");
            servlet.setName("smart-configuration");
            return servlet;
        }
    }
}
