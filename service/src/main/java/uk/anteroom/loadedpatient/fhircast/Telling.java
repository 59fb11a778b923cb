package uk.anteroom.loadedpatient.fhircast;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.anteroom.loadedpatient.CallerCheck;
import uk.anteroom.loadedpatient.EventName;
import uk.anteroom.loadedpatient.Topic;

/** Tells events to those who listen, each only what it subscribed to, and nothing once its token has ended. */
@Component
class Telling {

    private final Listeners listeners;
    private final EventWriter writer;
    private final CallerCheck callers;
    private final Clock clock;

    Telling(Listeners listeners, EventWriter writer, CallerCheck callers, Clock clock) {
        this.listeners = listeners;
        this.writer = writer;
        this.callers = callers;
        this.clock = clock;
    }

    /** Also to whoever asked for it: it is their confirmation (2-6). */
    void everybody(Topic topic, Event event) {
        String text = writer.notification(event);
        for (Listener listener : listeners.of(topic)) {
            tell(listener, event, text);
        }
    }

    void others(Topic topic, Event event, UUID program) {
        String text = writer.notification(event);
        for (Listener listener : listeners.of(topic)) {
            if (!listener.subscription().program().equals(program)) {
                tell(listener, event, text);
            }
        }
    }

    /** One program could not follow; the others may want to say so (2-5, 3-2-1). */
    void couldNotFollow(Listener one, Sent event, String why) {
        Subscription subscription = one.subscription();
        Topic topic = subscription.topic();
        Event error = writer.syncError(
                topic.name(), event, subscription.subscriber(), subscription.subscriber() + " " + why, clock.instant());
        String text = writer.notification(error);
        for (Listener listener : listeners.of(topic)) {
            if (listener != one) {
                tell(listener, error, text);
            }
        }
    }

    void tell(Listener listener, Event event, String text) {
        EventName name = event.name();
        Subscription subscription = listener.subscription();
        if (listener.wants(name) && callers.stillConnected(subscription.topic().practice(), subscription.program())) {
            listener.tell(event, text);
        }
    }
}
