package uk.anteroom.loadedpatient.fhircast;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeSecret;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.loadedpatient.Caller;
import uk.anteroom.loadedpatient.CallerCheck;
import uk.anteroom.loadedpatient.Context;
import uk.anteroom.loadedpatient.Contexts;
import uk.anteroom.loadedpatient.EventName;
import uk.anteroom.loadedpatient.HubRefused;
import uk.anteroom.loadedpatient.HubRefused.Kind;
import uk.anteroom.loadedpatient.LoadedPatientSettings;
import uk.anteroom.loadedpatient.Topic;
import uk.anteroom.loadedpatient.Topics;

/** Who wants to be told, from the wish to the socket to the end of either. */
@Component
class Subscriptions {

    private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);

    static final String SOCKETS = ContextHub.PATH + "/socket/";

    /** A program has one; one that lost its socket and does not know yet has two. */
    private static final int MOST_OF_PROGRAM = 4;

    private final SubscriptionStore store;
    private final Topics topics;
    private final Contexts contexts;
    private final Listeners listeners;
    private final Telling telling;
    private final EventWriter writer;
    private final CallerCheck callers;
    private final Secrets secrets;
    private final KernelSettings kernel;
    private final LoadedPatientSettings settings;
    private final PracticeTransactions transactions;

    Subscriptions(
            SubscriptionStore store,
            Topics topics,
            Contexts contexts,
            Listeners listeners,
            Telling telling,
            EventWriter writer,
            CallerCheck callers,
            Secrets secrets,
            KernelSettings kernel,
            LoadedPatientSettings settings,
            PracticeTransactions transactions) {
        this.store = store;
        this.topics = topics;
        this.contexts = contexts;
        this.listeners = listeners;
        this.telling = telling;
        this.writer = writer;
        this.callers = callers;
        this.secrets = secrets;
        this.kernel = kernel;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** Takes a wish, or changes one; answers where its socket is opened. */
    URI subscribe(Caller caller, Topic topic, SubscriptionForm form) {
        Set<EventName> granted = new TreeSet<>(form.events());
        granted.retainAll(caller.reads());
        if (granted.isEmpty()) {
            throw new HubRefused(
                    form.events().isEmpty() ? Kind.MISSHAPEN : Kind.NOT_ALLOWED,
                    "none of hub.events is supported and within this token's scopes");
        }
        long lease = lease(caller, topic, form);
        return form.endpoint() == null
                ? begin(caller, topic, form, granted, lease)
                : change(caller, topic, form.endpoint(), granted, lease);
    }

    private URI begin(Caller caller, Topic topic, SubscriptionForm form, Set<EventName> granted, long lease) {
        PracticeSecret endpoint = PracticeSecret.draw(topic.practice(), secrets);
        URI address = address(endpoint);
        Subscription wish = new Subscription(
                UUID.randomUUID(),
                topic,
                caller.program(),
                form.subscriber(),
                granted,
                caller.writes().contains(EventName.PATIENT_OPEN),
                lease);
        transactions.in(topic.practice(), () -> {
            store.forgetEnded(topic.practice());
            if (store.of(topic.practice(), caller.program(), settings.connectWithin()) >= MOST_OF_PROGRAM) {
                throw new HubRefused(Kind.TOO_MANY, "this token has as many subscriptions as it may");
            }
            store.add(wish, endpoint.digest());
        });
        return address;
    }

    private URI change(Caller caller, Topic topic, String address, Set<EventName> granted, long lease) {
        PracticeSecret endpoint = endpoint(topic, address);
        Subscription changed = transactions
                .in(
                        topic.practice(),
                        () -> store.change(
                                topic.practice(), endpoint.digest(), caller.program(), topic.id(), granted, lease))
                .map(row -> of(topic, row))
                .orElseThrow(Subscriptions::noSuchEndpoint);
        listeners
                .with(changed.id())
                .ifPresent(listener -> listeners.inTurn(topic, () -> {
                    listener.renew(changed);
                    return confirm(listener);
                }));
        return address(endpoint);
    }

    /** Ends a wish; its socket hears so and is closed. */
    URI unsubscribe(Caller caller, Topic topic, SubscriptionForm form) {
        PracticeSecret endpoint = endpoint(topic, Objects.requireNonNull(form.endpoint()));
        UUID ended = transactions
                .in(
                        topic.practice(),
                        () -> store.end(topic.practice(), endpoint.digest(), caller.program(), topic.id()))
                .orElseThrow(Subscriptions::noSuchEndpoint);
        listeners.with(ended).ifPresent(listener -> deny(listener, "unsubscribed", CloseStatus.NORMAL));
        return address(endpoint);
    }

    /** The wish whose socket this is; nothing if there is none, it took too long, or it has had its socket. */
    Optional<Subscription> connect(String text) {
        return PracticeSecret.read(text)
                .flatMap(endpoint -> transactions
                        .in(
                                endpoint.practice(),
                                () -> store.connect(endpoint.practice(), endpoint.digest(), settings.connectWithin()))
                        .flatMap(row -> topics.with(endpoint.practice(), row.staff(), row.topic())
                                .map(topic -> of(topic, row))));
    }

    /** The socket is open: what was granted, and who is open. A wish whose token has ended meanwhile is denied. */
    void begin(Listener listener) {
        Subscription wish = listener.subscription();
        if (!callers.stillConnected(wish.topic().practice(), wish.program())) {
            deny(listener, "the token has ended", CloseStatus.NORMAL);
            return;
        }
        if (wish.writes()) {
            contexts.connected(wish.topic(), wish.program());
        }
        listeners.inTurn(wish.topic(), () -> {
            listeners.add(listener);
            return confirm(listener);
        });
        log.debug("Topic {}: program {} listens", wish.topic().id(), wish.program());
    }

    // A patient who was opened before the one that was closed last is not open again: the newcomer hears what those
    // hear who are here (2-9).
    private boolean confirm(Listener listener) {
        Subscription wish = listener.subscription();
        Topic topic = wish.topic();
        listener.say(writer.confirmation(topic.name(), wish.events(), wish.leaseSeconds()));
        Context.Open open = contexts.current(topic).open();
        if (open != null) {
            Event opening = writer.opening(topic.name(), open);
            telling.tell(listener, opening, writer.notification(opening));
        }
        return true;
    }

    /** Says that it is over, and closes. */
    void deny(Listener listener, String reason, CloseStatus status) {
        if (listener.end()) {
            Subscription wish = listener.subscription();
            listener.say(writer.denial(wish.topic().name(), wish.events(), reason));
            listener.close(status);
            listeners.remove(listener);
            transactions.in(
                    wish.topic().practice(), () -> store.end(wish.topic().practice(), wish.id()));
        }
    }

    /** The socket is gone by itself. True if it was still wanted. */
    boolean lost(Listener listener) {
        boolean first = listener.end();
        listeners.remove(listener);
        if (first) {
            Subscription wish = listener.subscription();
            transactions.in(
                    wish.topic().practice(), () -> store.end(wish.topic().practice(), wish.id()));
        }
        return first;
    }

    void endAll(PracticeId practice, UUID program) {
        listeners.of(program).forEach(listener -> deny(listener, "the token has ended", CloseStatus.NORMAL));
        transactions.in(practice, () -> store.endAll(practice, program));
    }

    private long lease(Caller caller, Topic topic, SubscriptionForm form) {
        long most = Math.min(
                settings.lease().toSeconds(),
                Math.min(caller.lasts().toSeconds(), topic.lasts().toSeconds()));
        Long asked = form.leaseSeconds();
        return Math.max(1, asked == null ? most : Math.min(most, asked));
    }

    // Names and NHS numbers go over it: only where nobody is in between may it be in the clear.
    private URI address(PracticeSecret endpoint) {
        URI address = kernel.at(SOCKETS + endpoint.text());
        boolean safe = "https".equals(address.getScheme());
        if (!safe && !isThisMachine(address.getHost())) {
            throw new HubRefused(Kind.NOT_ALLOWED, "this hub is reached without TLS and gives no sockets");
        }
        return URI.create((safe ? "wss" : "ws")
                + address.toString().substring(address.getScheme().length()));
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    private static PracticeSecret endpoint(Topic topic, String address) {
        int at = address.lastIndexOf('/');
        return PracticeSecret.read(address.substring(at + 1))
                .filter(secret -> secret.practice().equals(topic.practice()))
                .orElseThrow(Subscriptions::noSuchEndpoint);
    }

    private static HubRefused noSuchEndpoint() {
        return new HubRefused(Kind.NOT_THERE, "hub.channel.endpoint is none of this token's that still lives");
    }

    private static Subscription of(Topic topic, SubscriptionStore.Row row) {
        return new Subscription(
                row.id(), topic, row.program(), row.subscriber(), row.events(), row.writes(), row.leaseSeconds());
    }
}
