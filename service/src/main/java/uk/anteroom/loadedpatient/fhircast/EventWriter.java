package uk.anteroom.loadedpatient.fhircast;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.anteroom.loadedpatient.Context;
import uk.anteroom.loadedpatient.EventName;

/** Writes what the hub says. */
@Component
class EventWriter {

    static final String VERSION = "3.0.0";

    private static final String SYNC_ERROR = "https://fhircast.hl7.org/events/syncerror/";

    private final JsonMapper json;

    EventWriter(EventReader reader) {
        this.json = reader.json();
    }

    /** 2-7. */
    String configuration() {
        ObjectNode all = json.createObjectNode();
        ArrayNode events = all.putArray("eventsSupported");
        Arrays.stream(EventName.values()).map(EventName::text).forEach(events::add);
        all.put("websocketSupport", true);
        all.put("fhircastVersion", VERSION);
        all.put("fhirVersion", "R4");
        // deprecated in favour of the capability, and still asked for
        all.put("getCurrentSupport", true);
        all.putObject("capabilities")
                .put("supportsGetCurrentContext", true)
                .put("supportsNonCurrentContextUpdates", false);
        return all.toString();
    }

    /** 2-4, Subscription Confirmation. */
    String confirmation(String topic, Collection<EventName> events, long leaseSeconds) {
        return json.createObjectNode()
                .put("hub.mode", "subscribe")
                .put("hub.topic", topic)
                .put("hub.events", list(events))
                .put("hub.lease_seconds", leaseSeconds)
                .toString();
    }

    /** 2-4, Subscription Denial. */
    String denial(String topic, Collection<EventName> events, String reason) {
        return json.createObjectNode()
                .put("hub.mode", "denied")
                .put("hub.topic", topic)
                .put("hub.events", list(events))
                .put("hub.reason", reason)
                .toString();
    }

    /** 2-5. */
    String notification(Event event) {
        ObjectNode all = json.createObjectNode();
        all.put("timestamp", event.at().toString()).put("id", event.id());
        all.putObject("event")
                .put("hub.topic", event.topic())
                .put("hub.event", event.name().text())
                .set("context", event.context());
        return all.toString();
    }

    /** The event that opened who is open now, as it was told (2-4: with the time at which it happened). */
    Event opening(String topic, Context.Open open) {
        return new Event(
                open.at(), open.eventId(), topic, EventName.PATIENT_OPEN, (ArrayNode) json.readTree(open.context()));
    }

    /** Closes in everybody's programs who was open in that of a source that has gone. */
    Event closing(String topic, Context.Open open, Instant now) {
        return new Event(now, UUID.randomUUID().toString(), topic, EventName.PATIENT_CLOSE, (ArrayNode)
                json.readTree(open.context()));
    }

    /** 3-2-1, as the hub generates it. */
    Event syncError(String topic, Sent about, String subscriber, String diagnostics, Instant now) {
        ArrayNode context = json.createArrayNode();
        ObjectNode outcome = context.addObject()
                .put("key", "operationoutcome")
                .putObject("resource")
                .put("resourceType", "OperationOutcome");
        ObjectNode issue = outcome.putArray("issue")
                .addObject()
                .put("severity", "warning")
                .put("code", "processing")
                .put("diagnostics", diagnostics);
        ArrayNode coding = issue.putObject("details").putArray("coding");
        coding.addObject().put("system", SYNC_ERROR + "eventid").put("code", about.id());
        coding.addObject()
                .put("system", SYNC_ERROR + "eventname")
                .put("code", about.name().text());
        coding.addObject().put("system", SYNC_ERROR + "subscriber").put("code", subscriber);
        return new Event(now, UUID.randomUUID().toString(), topic, EventName.SYNC_ERROR, context);
    }

    /** 2-9. */
    String context(Context context) {
        ObjectNode all = json.createObjectNode();
        Context.Open open = context.open();
        all.put("context.type", open == null ? "" : "Patient");
        all.put("context.versionId", context.version().toString());
        all.set("context", open == null ? json.createArrayNode() : json.readTree(open.context()));
        return all.toString();
    }

    private static String list(Collection<EventName> events) {
        return events.stream().sorted().map(EventName::text).collect(Collectors.joining(","));
    }
}
