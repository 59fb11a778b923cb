package uk.anteroom.toolbardoor;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.anteroom.desktop.ConnectedProgram;
import uk.anteroom.loadedpatient.FhircastHub;
import uk.anteroom.loadedpatient.HubRefused;

/** The HTTP of the FHIRcast hub. */
@RestController
class HubController {

    private final FhircastHub hub;

    HubController(FhircastHub hub) {
        this.hub = hub;
    }

    @GetMapping(path = "/fhircast/.well-known/fhircast-configuration", produces = MediaType.APPLICATION_JSON_VALUE)
    String configuration() {
        return hub.configuration();
    }

    @PostMapping(
            path = "/fhircast",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> subscription(ConnectedProgram program, HttpServletRequest request) {
        if (request.getQueryString() != null) {
            throw new HubRefused(HubRefused.Kind.MISSHAPEN, "parameters belong in the body");
        }
        Map<String, List<String>> fields = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> Arrays.asList(field.getValue())));
        String endpoint = hub.subscription(Callers.of(program), fields).toString();
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(Map.of("hub.channel.endpoint", endpoint));
    }

    @PostMapping(
            path = "/fhircast",
            consumes = {"application/fhir+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<Void> event(ConnectedProgram program, HttpServletRequest request) throws IOException {
        hub.event(Callers.of(program), Plain.body(request));
        return ResponseEntity.accepted().build();
    }

    @GetMapping(path = "/fhircast/{topic}", produces = MediaType.APPLICATION_JSON_VALUE)
    String context(ConnectedProgram program, @PathVariable String topic) {
        return hub.context(Callers.of(program), topic);
    }
}
