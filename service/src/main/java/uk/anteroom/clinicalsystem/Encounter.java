package uk.anteroom.clinicalsystem;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.NhsNumber;

/**
 * A consultation in the terms of the record.
 *
 * @param consultation our id, by which the clinical system recognises a repeat
 * @param clinicianRegistration as {@code system|value}; null if the clinician has none
 * @param start when the patient was admitted first
 * @param end when it ended
 * @param recorded when the outcome was recorded
 */
record Encounter(
        UUID consultation,
        SnomedCode code,
        NhsNumber patient,
        String clinicianName,
        @Nullable String clinicianRegistration,
        String odsCode,
        Instant start,
        Instant end,
        Instant recorded) {

    @Override
    public String toString() {
        return "Encounter(" + consultation + ")";
    }
}
