package uk.anteroom.loadedpatient.fhircast;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.loadedpatient.Caller;
import uk.anteroom.loadedpatient.Context;
import uk.anteroom.loadedpatient.Contexts;
import uk.anteroom.loadedpatient.EventName;
import uk.anteroom.loadedpatient.FhircastHub;
import uk.anteroom.loadedpatient.HubRefused;
import uk.anteroom.loadedpatient.HubRefused.Kind;
import uk.anteroom.loadedpatient.Taking;
import uk.anteroom.loadedpatient.Told;
import uk.anteroom.loadedpatient.Topic;
import uk.anteroom.loadedpatient.Topics;

/** The hub: decides what a program may ask for, and tells everybody what counts. */
@Component
class ContextHub implements FhircastHub {

    private static final Logger log = LoggerFactory.getLogger(ContextHub.class);

    static final String PATH = "/fhircast";

    /** Clocks of a surgery's computers are this wrong at most; an event of tomorrow would make all of today stale. */
    private static final Duration FAST_CLOCK = Duration.ofMinutes(5);
    /** Longer than any topic lives: what happened earlier is of another session. */
    private static final Duration OLDEST = Duration.ofHours(24);

    private final Topics topics;
    private final Contexts contexts;
    private final Subscriptions subscriptions;
    private final Telling telling;
    private final Listeners listeners;
    private final EventReader reader;
    private final EventWriter writer;
    private final Limits limits;
    private final KernelSettings kernel;
    private final Clock clock;

    ContextHub(
            Topics topics,
            Contexts contexts,
            Subscriptions subscriptions,
            Telling telling,
            Listeners listeners,
            EventReader reader,
            EventWriter writer,
            Limits limits,
            KernelSettings kernel,
            Clock clock) {
        this.topics = topics;
        this.contexts = contexts;
        this.subscriptions = subscriptions;
        this.telling = telling;
        this.listeners = listeners;
        this.reader = reader;
        this.writer = writer;
        this.limits = limits;
        this.kernel = kernel;
        this.clock = clock;
    }

    @Override
    public URI url() {
        return kernel.at(PATH);
    }

    @Override
    public String configuration() {
        return writer.configuration();
    }

    @Override
    public URI subscription(Caller caller, Map<String, List<String>> fields) {
        count(caller);
        SubscriptionForm form = SubscriptionForm.read(fields);
        Topic topic = topic(caller, form.topic());
        if (form.subscribes()) {
            return subscriptions.subscribe(caller, topic, form);
        }
        URI endpoint = subscriptions.unsubscribe(caller, topic, form);
        if (caller.writes().contains(EventName.PATIENT_OPEN)) {
            left(topic, caller.program());
        }
        return endpoint;
    }

    @Override
    public void event(Caller caller, String json) {
        count(caller);
        Event event = reader.event(json);
        Topic topic = topic(caller, event.topic());
        if (!caller.writes().contains(event.name())) {
            throw new HubRefused(Kind.NOT_ALLOWED, "this token's scopes do not allow that event");
        }
        happenedLately(event);
        if (event.name() == EventName.SYNC_ERROR) {
            telling.others(topic, event, caller.program());
            return;
        }
        Told told = new Told(caller.by(), caller.program(), event.id(), event.at());
        Taking taking = listeners.inTurn(topic, () -> {
            Taking taken = event.name() == EventName.PATIENT_OPEN
                    ? contexts.open(topic, told, reader.opened(event))
                    : contexts.close(topic, told, context -> reader.same(event, context));
            if (taken == Taking.TAKEN) {
                telling.everybody(topic, event);
            }
            return taken;
        });
        log.debug("Topic {}: {} {}", topic.id(), event.name(), taking);
        if (taking == Taking.STALE) {
            throw new HubRefused(Kind.STALE, "something newer has been told in this topic");
        }
    }

    @Override
    public String context(Caller caller, String name) {
        count(caller);
        Topic topic = topic(caller, name);
        if (!caller.reads().contains(EventName.PATIENT_OPEN)) {
            throw new HubRefused(Kind.NOT_ALLOWED, "this token's scopes do not allow reading Patient-open");
        }
        return writer.context(contexts.current(topic));
    }

    @Override
    public void ended(PracticeId practice, UUID program) {
        try {
            subscriptions.endAll(practice, program);
            for (Topic topic : contexts.toldBy(practice, program)) {
                gone(topic, program);
            }
        } catch (RuntimeException e) {
            log.warn("Program {} has ended; its sockets will be found by the next look", program, e);
        }
    }

    /** Ends a subscription that nobody wants any more, or that its program did not keep to. */
    void leave(Listener listener, String reason, CloseStatus status) {
        subscriptions.deny(listener, reason, status);
        left(listener.subscription());
    }

    /** A program has said goodbye. If it told who is open and no other socket of its own is here, nobody can tell any more. */
    void left(Subscription wish) {
        if (wish.writes()) {
            left(wish.topic(), wish.program());
        }
    }

    private void left(Topic topic, UUID program) {
        if (listeners.of(program).isEmpty()) {
            gone(topic, program);
        }
    }

    private void gone(Topic topic, UUID program) {
        listeners.inTurn(topic, () -> {
            Optional<Context.Open> open = contexts.gone(topic, program);
            open.ifPresent(was -> closeEverywhere(topic, was));
            return open;
        });
    }

    /** Whoever told who is open has been silent for too long. */
    void lapse(Topic topic) {
        listeners.inTurn(topic, () -> {
            Optional<Context.Open> open = contexts.lapse(topic);
            open.ifPresent(was -> closeEverywhere(topic, was));
            return open;
        });
    }

    // The specification has a hub say this rarely (2-5); the other way out would be programs that show a patient nobody
    // vouches for.
    private void closeEverywhere(Topic topic, Context.Open was) {
        log.info("Topic {}: nobody vouches for who was open", topic.id());
        telling.everybody(topic, writer.closing(topic.name(), was, clock.instant()));
    }

    private void happenedLately(Event event) {
        Instant now = clock.instant();
        if (event.at().isAfter(now.plus(FAST_CLOCK))) {
            throw new HubRefused(Kind.MISSHAPEN, "timestamp is in the future");
        }
        if (event.at().isBefore(now.minus(OLDEST))) {
            throw new HubRefused(Kind.STALE, "timestamp is older than any session");
        }
    }

    private Topic topic(Caller caller, String name) {
        return topics.named(caller.by(), name)
                .orElseThrow(() -> new HubRefused(Kind.NOT_THERE, "hub.topic is none of this token's"));
    }

    private void count(Caller caller) {
        if (!limits.take(Limit.HUB_REQUESTS_BY_PROGRAM, caller.program())) {
            throw new HubRefused(Kind.TOO_MANY, "too many requests, wait a minute");
        }
    }
}
