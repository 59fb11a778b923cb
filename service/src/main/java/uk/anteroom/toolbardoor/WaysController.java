package uk.anteroom.toolbardoor;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import uk.anteroom.desktop.ConnectedProgram;
import uk.anteroom.desktop.Destination;
import uk.anteroom.desktop.Destination.Kind;
import uk.anteroom.desktop.Ways;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.loadedpatient.HubRefused;
import uk.anteroom.loadedpatient.LoadedPatient;
import uk.anteroom.loadedpatient.LoadedPatients;

/**
 * One-time ways from a program into the browser. A way to a patient is to the one the program shows: it names the event that opened them,
 * and if somebody else is open by now there is no way, for the person in front of it has seen another name.
 */
@RestController
class WaysController {

    private final Ways ways;
    private final LoadedPatients loaded;
    private final KernelSettings settings;
    private final ObjectMapper json;

    WaysController(Ways ways, LoadedPatients loaded, KernelSettings settings, ObjectMapper json) {
        this.ways = ways;
        this.loaded = loaded;
        this.settings = settings;
        this.json = json;
    }

    @PostMapping(path = "/toolbar/ways", consumes = "application/json")
    ResponseEntity<Map<String, String>> make(ConnectedProgram program, HttpServletRequest request) throws IOException {
        JsonNode asked = read(Plain.body(request));
        Kind kind = kind(text(asked, "to"));
        if (!kind.ofPatient()) {
            return way(program, new Destination(kind, kind == Kind.CONSULTATION ? consultation(asked) : null));
        }
        return switch (loaded.of(program.by())) {
            case LoadedPatient.OnList(var patient, var event, var since)
            when event.equals(text(asked, "event")) -> way(program, new Destination(kind, patient.value()));
            case LoadedPatient.NotOnList(var event, var since)
            when event.equals(text(asked, "event")) -> problem("not-on-list");
            case LoadedPatient.OnList another -> problem("another-patient-open");
            case LoadedPatient.NotOnList another -> problem("another-patient-open");
            case LoadedPatient.Nobody nobody -> problem("no-patient-open");
            case LoadedPatient.Unknown unknown -> problem("no-patient-open");
        };
    }

    private ResponseEntity<Map<String, String>> way(ConnectedProgram program, Destination to) {
        return ways.make(program, to)
                .map(secret -> ResponseEntity.status(HttpStatus.CREATED)
                        .body(Map.of(
                                "address", settings.at("/open/" + secret.text()).toString())))
                .orElseThrow(() -> new HubRefused(HubRefused.Kind.TOO_MANY, "too many ways at once, wait a minute"));
    }

    private static ResponseEntity<Map<String, String>> problem(String word) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("problem", word));
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw misshapen("not JSON");
        }
    }

    private static Kind kind(@Nullable String to) {
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(to)) {
                return kind;
            }
        }
        throw misshapen("to must be video-call, message, patient, requests, waiting or consultation");
    }

    private static UUID consultation(JsonNode asked) {
        try {
            return UUID.fromString(
                    Optional.ofNullable(text(asked, "consultation")).orElse(""));
        } catch (IllegalArgumentException e) {
            throw misshapen("consultation must be a UUID");
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.stringValue() : null;
    }

    private static HubRefused misshapen(String message) {
        return new HubRefused(HubRefused.Kind.MISSHAPEN, message);
    }
}
