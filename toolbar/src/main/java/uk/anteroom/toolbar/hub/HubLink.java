package uk.anteroom.toolbar.hub;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.anteroom.toolbar.signin.Session;
import uk.anteroom.toolbar.signin.SignIn;
import uk.anteroom.toolbar.web.Answer;
import uk.anteroom.toolbar.web.Backoff;
import uk.anteroom.toolbar.web.Service;
import uk.anteroom.toolbar.web.SignedOut;
import uk.anteroom.toolbar.web.Unreachable;

/**
 * Listens to the hub for as long as somebody is signed in. Whatever happens to the connection (closed, lost, silent, its lease over), nobody is open
 * from that moment until a new one has said otherwise.
 */
public final class HubLink {

    /** More of a lease than this is never spent on asking for the next. */
    static final Duration MARGIN = Duration.ofMinutes(5);

    /** What is heard. Called on threads of the connection. */
    public interface Ears {

        /** Whom the token acts for; first of all. */
        void session(Session session);

        /** Who is open now. */
        void patient(Optional<OpenPatient> open);

        /** Whether the hub is there. */
        void connected(boolean yes);

        /** The token works no more; nothing is heard after this. */
        void signedOut();
    }

    private final Service service;
    private final SignIn signIn;
    private final String token;
    private final Ears ears;
    private final Pace pace;
    private final Backoff backoff;
    private final Thread thread;

    public HubLink(Service service, SignIn signIn, String token, Ears ears, Pace pace) {
        this.service = service;
        this.signIn = signIn;
        this.token = token;
        this.ears = ears;
        this.pace = pace;
        this.backoff = new Backoff(pace.first(), pace.longest());
        this.thread = Thread.ofVirtual().name("hub").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** The service is there: there is nothing to wait for. */
    public void wake() {
        backoff.wake();
    }

    /** Says goodbye; nothing is heard after it. */
    public void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                try {
                    listen();
                } catch (Unreachable e) {
                    // tried again below
                } finally {
                    nobody();
                }
                backoff.await();
            }
        } catch (SignedOut e) {
            ears.signedOut();
        } catch (InterruptedException e) {
            // nobody listens any more
        }
    }

    private void confirmed() {
        backoff.worked();
        ears.connected(true);
    }

    private void nobody() {
        ears.patient(Optional.empty());
        ears.connected(false);
    }

    /** One connection, from the subscription to its end. */
    private void listen() throws Unreachable, SignedOut, InterruptedException {
        Session session = signIn.session(token);
        ears.session(session);
        URI endpoint = subscribe(session, null);
        HubSocket socket = new HubSocket(this::confirmed, ears::patient);
        WebSocket wire = service.socket(endpoint, socket);
        try {
            while (!socket.over() && socket.silentFor().compareTo(pace.silent()) < 0) {
                if (socket.leaseNearlyOver()) {
                    socket.asksAgain();
                    subscribe(session, endpoint);
                }
                if (socket.leaseOver()) {
                    return;
                }
                socket.await(pace.look());
            }
        } finally {
            boolean over = socket.over();
            // first of all: saying goodbye can take as long as a network that is away
            socket.end();
            nobody();
            leave(wire, session, endpoint, over);
        }
    }

    private URI subscribe(Session session, @Nullable URI endpoint) throws Unreachable, SignedOut {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("hub.channel.type", "websocket");
        fields.put("hub.mode", "subscribe");
        fields.put("hub.topic", session.topic());
        fields.put("hub.events", "Patient-open,Patient-close");
        fields.put("subscriber.name", "Anteroom toolbar");
        if (endpoint != null) {
            fields.put("hub.channel.endpoint", endpoint.toString());
        }
        Answer answer = service.form("/fhircast", token, fields);
        if (answer.status() != 202) {
            throw new Unreachable("The hub answers " + answer.status());
        }
        return answer.fields()
                .text("hub.channel.endpoint")
                .map(URI::create)
                .orElseThrow(() -> new Unreachable("Not what was expected"));
    }

    /** FHIRcast 3.0.0, 2-5: a subscriber that goes unsubscribes, and closes with 1000. */
    private void leave(WebSocket wire, Session session, URI endpoint, boolean over) {
        boolean interrupted = Thread.interrupted();
        if (!over) {
            try {
                service.form(
                        "/fhircast",
                        token,
                        Map.of(
                                "hub.channel.type",
                                "websocket",
                                "hub.mode",
                                "unsubscribe",
                                "hub.topic",
                                session.topic(),
                                "hub.channel.endpoint",
                                endpoint.toString()));
            } catch (Unreachable | SignedOut e) {
                // the hub notices by itself
            }
        }
        wire.abort();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
