package uk.anteroom.loadedpatient;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.anteroom.practice.StaffMember;

/**
 * A program that knocks at the hub with a token.
 *
 * @param by on whose behalf
 * @param program its id; gone with its token
 * @param lasts how long the token works
 */
public record Caller(StaffMember by, UUID program, Set<EventName> reads, Set<EventName> writes, Duration lasts) {

    /** The granted scopes as OAuth writes them (FHIRcast 3.0.0, 2-2). */
    public String scope() {
        return Stream.of(EventName.values())
                .flatMap(event -> Stream.of(
                        reads.contains(event) ? "fhircast/" + event.text() + ".read" : "",
                        writes.contains(event) ? "fhircast/" + event.text() + ".write" : ""))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
