package uk.anteroom.loadedpatient;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.anteroom.kernel.PracticeId;

/** A FHIRcast 3.0.0 hub, without its HTTP. Every method but the first two throws {@link HubRefused}. */
public interface FhircastHub {

    /** Where it is reached ({@code hub.url}). */
    URI url();

    /** What it can do, as JSON (2-7). */
    String configuration();

    /** Takes a subscription or unsubscription (2-4), given as the fields of its form; answers {@code hub.channel.endpoint}. */
    URI subscription(Caller caller, Map<String, List<String>> fields);

    /** Takes an event (2-6), given as JSON, and tells it to everybody who listens. */
    void event(Caller caller, String json);

    /** What is open now, as JSON (2-9). */
    String context(Caller caller, String topic);

    /** A token works no more: what its program listens to ends, and what it told cannot be believed any more. Never throws. */
    void ended(PracticeId practice, UUID program);
}
