package uk.anteroom.loadedpatient.fhircast;

import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import uk.anteroom.loadedpatient.EventName;

/** A FHIRcast event (2-3, 2-5). Hides itself when printed: its context names a patient. */
record Event(Instant at, String id, String topic, EventName name, ArrayNode context) {

    @Override
    public String toString() {
        return "Event(" + id + ")";
    }
}
