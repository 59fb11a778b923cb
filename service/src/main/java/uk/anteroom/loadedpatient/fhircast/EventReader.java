package uk.anteroom.loadedpatient.fhircast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.loadedpatient.EventName;
import uk.anteroom.loadedpatient.HubRefused;
import uk.anteroom.loadedpatient.HubRefused.Kind;
import uk.anteroom.loadedpatient.Opened;

/**
 * Reads what programs send, strictly: one JSON object, nested at most 24 deep, no field twice, every field of the type the
 * specification gives it. What it complains of never repeats what was sent.
 */
@Component
class EventReader {

    private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    /** A Patient's deepest usual branch is nine; extensions in extensions go a little further. */
    private static final int DEEPEST = 24;
    /** A UUID, or what else programs count with; nothing a name could hide in. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~:-]{1,64}");

    private static final int LONGEST_TOPIC = 100;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    JsonMapper json() {
        return json;
    }

    /** Throws {@link HubRefused} if the text is no event that is spoken here. */
    Event event(String text) {
        ObjectNode whole = object(text);
        JsonNode event = whole.get("event");
        if (!(event instanceof ObjectNode inner)) {
            throw misshapen("event is missing");
        }
        String id = string(whole, "id");
        if (!ID.matcher(id).matches()) {
            throw misshapen("id must be 1 to 64 letters, digits or . _ ~ : -");
        }
        EventName name = EventName.called(string(inner, "hub.event"))
                .orElseThrow(() -> misshapen("hub.event is none that this hub supports"));
        if (!(inner.get("context") instanceof ArrayNode context)) {
            throw misshapen("context is missing");
        }
        Event read = new Event(instant(string(whole, "timestamp")), id, topic(inner), name, context);
        resource(read);
        return read;
    }

    /** The one resource such an event carries: its context is defined to hold that and nothing else (2-3, 3-3-1, 3-3-2, 3-2-1). */
    ObjectNode resource(Event event) {
        boolean patient = event.name() != EventName.SYNC_ERROR;
        String key = patient ? "patient" : "operationoutcome";
        if (event.context().size() != 1
                || !(event.context().get(0) instanceof ObjectNode only)
                || !key.equals(text(only, "key"))
                || !(only.get("resource") instanceof ObjectNode resource)
                || !(patient ? "Patient" : "OperationOutcome").equals(text(resource, "resourceType"))) {
            throw misshapen("context must be exactly one " + key + " resource");
        }
        if (patient && Keys.of(resource).isEmpty()) {
            throw misshapen("the Patient needs an id or an identifier");
        }
        return resource;
    }

    /** Whom a Patient-open names. */
    Opened opened(Event event) {
        ObjectNode patient = resource(event);
        return new Opened(
                Keys.identifiers(patient)
                        .filter(identifier -> NHS_NUMBER.equals(identifier.system()))
                        .flatMap(identifier -> NhsNumber.read(identifier.value()).stream())
                        .findFirst()
                        .orElse(null),
                born(text(patient, "birthDate")),
                event.context().toString());
    }

    /** Whether a context, as it came once, is of the patient such an event names. */
    boolean same(Event event, String context) {
        JsonNode opened = json.readTree(context);
        return opened.path(0).path("resource") instanceof ObjectNode patient
                && Keys.of(patient).stream().anyMatch(Keys.of(resource(event))::contains);
    }

    /** What a program says on its socket; nothing if it is no answer. */
    Optional<Answer> answer(String text) {
        try {
            ObjectNode whole = object(text);
            String id = text(whole, "id");
            int status = status(whole.get("status"));
            return id == null || status < 100 || status > 599 ? Optional.empty() : Optional.of(new Answer(id, status));
        } catch (HubRefused e) {
            return Optional.empty();
        }
    }

    /** The table of the specification says a number, its example has a string. */
    private static int status(@Nullable JsonNode status) {
        if (status == null) {
            return 0;
        }
        if (status.isInt()) {
            return status.intValue();
        }
        return status.isString() && status.stringValue().matches("[0-9]{3}")
                ? Integer.parseInt(status.stringValue())
                : 0;
    }

    private ObjectNode object(String text) {
        try {
            if (json.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw misshapen("not JSON, nested too deep, or a field twice");
        }
        throw misshapen("not a JSON object");
    }

    private static String topic(ObjectNode event) {
        String topic = string(event, "hub.topic");
        if (topic.length() > LONGEST_TOPIC) {
            throw misshapen("hub.topic is too long");
        }
        return topic;
    }

    private static String string(ObjectNode object, String field) {
        String text = text(object, field);
        if (text == null) {
            throw misshapen(field + " is missing");
        }
        return text;
    }

    private static @Nullable String text(ObjectNode object, String field) {
        JsonNode value = object.get(field);
        return value != null && value.isString() ? value.stringValue() : null;
    }

    /** To the microsecond, as the database keeps it: what is told again must be no older than it was. */
    private static Instant instant(String text) {
        return parsed(text).truncatedTo(ChronoUnit.MICROS);
    }

    /** In UTC, with or without saying so: the specification's own examples do not. */
    private static Instant parsed(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            try {
                return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException again) {
                throw misshapen("timestamp must be an ISO 8601 date and time in UTC");
            }
        }
    }

    /** A whole date; of a year alone nobody can be told apart. */
    private static @Nullable DateOfBirth born(@Nullable String text) {
        try {
            return text == null ? null : new DateOfBirth(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static HubRefused misshapen(String message) {
        return new HubRefused(Kind.MISSHAPEN, message);
    }
}
