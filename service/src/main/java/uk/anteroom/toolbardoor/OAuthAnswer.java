package uk.anteroom.toolbardoor;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.anteroom.desktop.ConnectedProgram;
import uk.anteroom.loadedpatient.FhircastHub;
import uk.anteroom.loadedpatient.Topics;
import uk.anteroom.practice.Practices;

/** What a program is told about its token (RFC 6749, 5.1; the hub's two parameters: FHIRcast 3.0.0, 2-1). */
@Component
class OAuthAnswer {

    private final FhircastHub hub;
    private final Topics topics;
    private final Practices practices;

    OAuthAnswer(FhircastHub hub, Topics topics, Practices practices) {
        this.hub = hub;
        this.topics = topics;
        this.practices = practices;
    }

    /** Everything but the token itself. */
    Map<String, Object> about(ConnectedProgram program) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", "Bearer");
        answer.put("expires_in", program.lasts().toSeconds());
        answer.put("scope", Callers.of(program).scope());
        answer.put("hub.url", hub.url().toString());
        answer.put("hub.topic", topics.of(program.by()).name());
        answer.put("staff", program.by().name());
        answer.put("practice", practices.get(program.by().practice()).name());
        return answer;
    }

    /** RFC 6749, 5.2. */
    static ResponseEntity<Map<String, Object>> error(int status, String code) {
        return ResponseEntity.status(status).body(Map.of("error", code));
    }
}
