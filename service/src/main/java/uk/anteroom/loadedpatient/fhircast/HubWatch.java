package uk.anteroom.loadedpatient.fhircast;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.loadedpatient.CallerCheck;
import uk.anteroom.loadedpatient.Contexts;
import uk.anteroom.loadedpatient.LoadedPatientSettings;

/** Looks at the clock for the hub: answers that are due, leases that end, sockets and sources that have gone silent, tokens that have ended. */
@Component
class HubWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(HubWatch.class);

    private static final Duration TICK = Duration.ofMillis(250);

    private final HubSocket endpoint;
    private final ContextHub hub;
    private final Listeners listeners;
    private final Telling telling;
    private final Contexts contexts;
    private final CallerCheck callers;
    private final LoadedPatientSettings settings;
    private volatile @Nullable ScheduledExecutorService clock;

    HubWatch(
            HubSocket endpoint,
            ContextHub hub,
            Listeners listeners,
            Telling telling,
            Contexts contexts,
            CallerCheck callers,
            LoadedPatientSettings settings) {
        this.endpoint = endpoint;
        this.hub = hub;
        this.listeners = listeners;
        this.telling = telling;
        this.contexts = contexts;
        this.callers = callers;
        this.settings = settings;
    }

    @Override
    public void start() {
        endpoint.start();
        // the database is waited for here: a look that takes long makes the next one late and nothing wrong
        ScheduledExecutorService started = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("hub-watch-", 0).daemon().factory());
        every(started, TICK, this::look);
        every(started, settings.pingEvery(), this::askForSignsOfLife);
        clock = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopped = clock;
        clock = null;
        if (stopped != null) {
            stopped.shutdownNow();
        }
        endpoint.stop();
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    private void look() {
        for (Listener listener : listeners.all()) {
            if (listener.stuck() || !listener.heardWithin(settings.silentAfter())) {
                // its transport will say that it is gone
                listener.abandon(CloseStatus.SESSION_NOT_RELIABLE);
            } else if (listener.leaseOver()) {
                hub.leave(listener, "the lease is over", CloseStatus.NORMAL);
            } else {
                listener.overdue(settings.answerWithin()).ifPresent(event -> {
                    telling.couldNotFollow(listener, event, "does not answer");
                    hub.leave(listener, "an event was not answered", CloseStatus.POLICY_VIOLATION);
                });
            }
        }
    }

    /** Notes which sources live, and forgets what those told who do not; asks everybody anew. */
    private void askForSignsOfLife() {
        Map<PracticeId, List<Listener>> practices = listeners.all().stream()
                .collect(Collectors.groupingBy(
                        listener -> listener.subscription().topic().practice()));
        practices.forEach((practice, all) -> {
            try {
                lookAfter(practice, all);
            } catch (RuntimeException e) {
                log.warn("Practice {}: sources not looked after, will try again", practice, e);
            }
        });
        listeners.all().forEach(Listener::ping);
    }

    private void lookAfter(PracticeId practice, List<Listener> all) {
        Set<UUID> living = all.stream()
                .filter(listener -> listener.subscription().writes())
                .filter(listener -> listener.heardWithin(settings.pingEvery().plus(TICK)))
                .map(listener -> listener.subscription().program())
                .collect(Collectors.toSet());
        if (!living.isEmpty()) {
            contexts.heard(practice, living);
        }
        contexts.silent(practice).forEach(hub::lapse);
        all.stream()
                .map(listener -> listener.subscription().program())
                .distinct()
                .filter(program -> !callers.stillConnected(practice, program))
                .forEach(program -> hub.ended(practice, program));
    }

    private static void every(ScheduledExecutorService clock, Duration period, Runnable work) {
        // never done: what could go wrong is caught inside
        var _ = clock.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        log.warn("A look at the clock failed, will look again", e);
                    }
                },
                period.toMillis(),
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
