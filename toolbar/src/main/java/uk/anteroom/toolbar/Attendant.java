package uk.anteroom.toolbar;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.anteroom.toolbar.State.Phase;
import uk.anteroom.toolbar.computer.Chime;
import uk.anteroom.toolbar.computer.Settings;
import uk.anteroom.toolbar.hub.HubLink;
import uk.anteroom.toolbar.hub.OpenPatient;
import uk.anteroom.toolbar.hub.Pace;
import uk.anteroom.toolbar.news.Arrivals;
import uk.anteroom.toolbar.news.News;
import uk.anteroom.toolbar.news.NewsLink;
import uk.anteroom.toolbar.news.Replies;
import uk.anteroom.toolbar.signin.Code;
import uk.anteroom.toolbar.signin.Outcome;
import uk.anteroom.toolbar.signin.ReadableByOthers;
import uk.anteroom.toolbar.signin.Session;
import uk.anteroom.toolbar.signin.SignIn;
import uk.anteroom.toolbar.signin.TokenFile;
import uk.anteroom.toolbar.way.Browser;
import uk.anteroom.toolbar.way.Destination;
import uk.anteroom.toolbar.way.Gone;
import uk.anteroom.toolbar.way.Ways;
import uk.anteroom.toolbar.web.Service;
import uk.anteroom.toolbar.web.Unreachable;

/** Does what the window's buttons ask for, listens to the service, and says each time what the toolbar knows now. Knows nothing of the window. */
public final class Attendant {

    private final Service service;
    private final SignIn signIn;
    private final TokenFile file;
    private final Settings settings;
    private final Browser browser;
    private final Ways ways;
    private final Chime chime;
    private final Pace pace;
    private final Arrivals arrivals = new Arrivals();
    private final Replies replies = new Replies();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reminder").daemon().factory());

    // guarded by this
    private State state;
    private Consumer<State> onChange = now -> {};
    private @Nullable String token;
    private @Nullable HubLink hub;
    private @Nullable NewsLink news;
    private @Nullable Thread asking;

    public Attendant(Service service, TokenFile file, Settings settings, Browser browser, Chime chime, Pace pace) {
        this.service = service;
        this.signIn = new SignIn(service);
        this.file = file;
        this.settings = settings;
        this.browser = browser;
        this.ways = new Ways(service, browser);
        this.chime = chime;
        this.pace = pace;
        this.state = State.first(settings.silent());
    }

    /** Whoever is told of each change, in order, beginning with how it is now. */
    public synchronized void tell(Consumer<State> listener) {
        onChange = listener;
        listener.accept(state);
    }

    /** Goes on as whoever was signed in when the toolbar was closed, if they still are. */
    public void start() {
        // never done; a reminder that fails is tried again
        var _ = clock.scheduleWithFixedDelay(this::remind, 1, 1, TimeUnit.SECONDS);
        try {
            file.read(service.address()).ifPresent(this::listen);
        } catch (ReadableByOthers e) {
            change(now -> now.phase(new Phase.SignedOut(
                    "Others on this computer could read the file that kept you signed in. Sign in again.")));
            forget();
        } catch (IOException e) {
            change(now -> now.phase(new Phase.SignedOut("The file that kept you signed in cannot be read.")));
        }
    }

    public void stop() {
        clock.shutdownNow();
        quiet();
    }

    /** Asks for a code and opens the page where somebody answers for it. */
    public synchronized void signIn() {
        if (asking != null || token != null) {
            return;
        }
        change(now -> now.phase(new Phase.Asking()));
        asking = Thread.ofVirtual().name("sign-in").start(this::ask);
    }

    private void ask() {
        String why = null;
        try {
            Code code = signIn.ask();
            change(now -> now.phase(new Phase.Waiting(code)));
            browser.open(code.page());
            switch (signIn.await(code)) {
                case Outcome.Connected(String fresh, Session session) -> {
                    synchronized (this) {
                        asking = null;
                    }
                    keep(fresh);
                    change(now -> now.phase(new Phase.SignedIn(session.staff(), session.practice())));
                    listen(fresh);
                    return;
                }
                case Outcome.Refused refused -> why = "You chose Do not connect.";
                case Outcome.TooLate late -> why = "Nobody answered in time.";
            }
        } catch (Unreachable e) {
            why = "Anteroom cannot be reached. Try again in a moment.";
        } catch (InterruptedException e) {
            // they changed their mind
        }
        String said = why;
        synchronized (this) {
            asking = null;
            change(now -> now.phase(new Phase.SignedOut(said)));
        }
    }

    /** Opens the page again on which somebody answers. */
    public void openAgain() {
        Phase phase;
        synchronized (this) {
            phase = state.phase();
        }
        if (phase instanceof Phase.Waiting(Code code)) {
            browser.open(code.page());
        }
    }

    public synchronized void cancel() {
        if (asking != null) {
            asking.interrupt();
        }
    }

    public void signOut() {
        String ended;
        synchronized (this) {
            ended = token;
        }
        leave(null);
        if (ended != null) {
            String gone = ended;
            Thread.ofVirtual().start(() -> signIn.end(gone));
        }
    }

    /** Leads into the browser, to the patient who is shown or to what is not about one. */
    public void go(Destination to) {
        String subject = null;
        synchronized (this) {
            if (to == Destination.VIDEO_CALL || to == Destination.PATIENT) {
                subject = state.patient().map(OpenPatient::event).orElse(null);
                if (subject == null) {
                    return;
                }
            }
        }
        go(to, subject);
    }

    /** Leads to whoever waits: to their consultation, or to the list of several. */
    public void goToWaiting() {
        Optional<News> now;
        synchronized (this) {
            now = state.news();
        }
        arrivals.looked();
        if (now.isPresent() && now.get().waiting().size() == 1) {
            go(Destination.CONSULTATION, now.get().waiting().getFirst().consultation());
        } else {
            go(Destination.WAITING, null);
        }
    }

    private void go(Destination to, @Nullable String subject) {
        String with;
        synchronized (this) {
            with = token;
        }
        if (with == null) {
            return;
        }
        String known = with;
        change(now -> now.notice(null));
        Thread.ofVirtual().start(() -> {
            switch (ways.go(known, to, subject)) {
                case Gone.There there -> {}
                case Gone.Not(String sentence) -> change(now -> now.notice(sentence));
                case Gone.SignedOut out -> leave("You were signed out. Sign in to go on.");
            }
        });
    }

    public void closeNotice() {
        change(now -> now.notice(null));
    }

    public void silence(boolean yes) {
        settings.silent(yes);
        change(now -> now.silent(yes));
    }

    private synchronized void listen(String with) {
        token = with;
        if (!(state.phase() instanceof Phase.SignedIn)) {
            change(now -> now.phase(new Phase.SignedIn("", "")));
        }
        hub = new HubLink(service, signIn, with, new HubEars(with), pace);
        news = new NewsLink(service, with, new NewsEars(with), pace);
        hub.start();
        news.start();
    }

    private final class HubEars implements HubLink.Ears {

        private final String with;

        HubEars(String with) {
            this.with = with;
        }

        @Override
        public void session(Session session) {
            change(with, now -> now.phase(new Phase.SignedIn(session.staff(), session.practice())));
        }

        @Override
        public void patient(Optional<OpenPatient> open) {
            change(with, now -> now.patient(open));
        }

        @Override
        public void connected(boolean yes) {
            change(with, now -> now.connected(yes));
            if (yes) {
                wakeOthers();
            }
        }

        @Override
        public void signedOut() {
            ended(with);
        }
    }

    private final class NewsEars implements NewsLink.Ears {

        private final String with;

        NewsEars(String with) {
            this.with = with;
        }

        @Override
        public void news(Optional<News> heard) {
            change(with, now -> now.news(heard));
            if (heard.isPresent()) {
                wakeOthers();
            }
            remind();
        }

        @Override
        public void signedOut() {
            ended(with);
        }
    }

    /** What one connection has found, the other need not wait for. */
    private synchronized void wakeOthers() {
        if (hub != null) {
            hub.wake();
        }
        if (news != null) {
            news.wake();
        }
    }

    private void remind() {
        Optional<News> now;
        boolean silent;
        synchronized (this) {
            now = state.news();
            silent = state.silent();
        }
        // both are asked each time: what nobody hears is known all the same
        boolean arrived = arrivals.ring(now, Instant.now());
        boolean replied = replies.ring(now);
        if ((arrived || replied) && !silent) {
            chime.arrival();
        }
    }

    private void ended(String with) {
        synchronized (this) {
            if (!with.equals(token)) {
                return;
            }
        }
        leave("You were signed out. Sign in to go on.");
    }

    private void leave(@Nullable String why) {
        quiet();
        forget();
        change(now -> now.phase(new Phase.SignedOut(why)));
    }

    private synchronized void quiet() {
        token = null;
        if (asking != null) {
            asking.interrupt();
        }
        if (hub != null) {
            hub.stop();
        }
        if (news != null) {
            news.stop();
        }
        hub = null;
        news = null;
    }

    private void keep(String fresh) {
        try {
            file.write(service.address(), fresh);
        } catch (IOException e) {
            // it holds until the toolbar is closed
        }
    }

    private void forget() {
        try {
            file.forget();
        } catch (IOException e) {
            // the token in it has ended, or will
        }
    }

    /** Takes what a connection heard, unless it is that of somebody who has signed out meanwhile. */
    private synchronized void change(String with, UnaryOperator<State> how) {
        if (with.equals(token)) {
            change(how);
        }
    }

    private synchronized void change(UnaryOperator<State> how) {
        State next = how.apply(state);
        if (!next.equals(state)) {
            state = next;
            onChange.accept(next);
        }
    }
}
