package uk.anteroom.loadedpatient.fhircast;

import java.util.Set;
import java.util.UUID;
import uk.anteroom.loadedpatient.EventName;
import uk.anteroom.loadedpatient.Topic;

/**
 * A program's wish to be told.
 *
 * @param subscriber what it calls itself
 * @param writes whether it may tell who is open
 * @param leaseSeconds how long the wish lasts from now on
 */
record Subscription(
        UUID id,
        Topic topic,
        UUID program,
        String subscriber,
        Set<EventName> events,
        boolean writes,
        long leaseSeconds) {}
