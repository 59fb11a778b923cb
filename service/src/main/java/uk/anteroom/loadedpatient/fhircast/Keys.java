package uk.anteroom.loadedpatient.fhircast;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** By what a Patient resource is known again: its id, and each identifier with its system. */
final class Keys {

    record Identifier(String system, String value) {}

    private Keys() {}

    static Set<Object> of(ObjectNode patient) {
        Set<Object> keys = new HashSet<>();
        JsonNode id = patient.path("id");
        if (id.isString() && !id.stringValue().isBlank()) {
            keys.add(id.stringValue());
        }
        identifiers(patient).forEach(keys::add);
        return keys;
    }

    static Stream<Identifier> identifiers(ObjectNode patient) {
        return patient.path("identifier").valueStream().flatMap(identifier -> {
            JsonNode value = identifier.path("value");
            return value.isString() && !value.stringValue().isBlank()
                    ? Stream.of(new Identifier(identifier.path("system").asString(""), value.stringValue()))
                    : Stream.empty();
        });
    }
}
