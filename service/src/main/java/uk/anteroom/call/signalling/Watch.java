package uk.anteroom.call.signalling;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import uk.anteroom.call.CallSettings;
import uk.anteroom.call.Participant;
import uk.anteroom.call.Seats;

/**
 * Looks at the clock for everybody: acknowledgements due, pages that say nothing, sessions nobody came back to. Also says
 * goodbye when the node stops.
 */
@Component
class Watch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private static final Duration TICK = Duration.ofMillis(200);
    // The protocol allows 1 s; a tick may come late.
    private static final Duration ACK_AFTER = Duration.ofMillis(700);
    // A seat of a dead process reads as away after 35 s (RoomStore); the pages hear of it within 45 s.
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(8);
    // Spreads the pages of a node that stops, so that they do not all come to the next one at once.
    private static final int LATEST_RETURN_MS = 5000;

    private final SignalSocket endpoint;
    private final Switchboard switchboard;
    private final Seats seats;
    private final Renewal renewal;
    private final CallSettings settings;
    private volatile @Nullable ScheduledExecutorService clock;

    Watch(SignalSocket endpoint, Switchboard switchboard, Seats seats, Renewal renewal, CallSettings settings) {
        this.endpoint = endpoint;
        this.switchboard = switchboard;
        this.seats = seats;
        this.renewal = renewal;
        this.settings = settings;
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("call-watch").daemon().factory());
        every(started, TICK, this::look);
        every(started, SWEEP_EVERY, this::sweep);
        clock = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopped = clock;
        clock = null;
        if (stopped != null) {
            stopped.shutdownNow();
        }
        for (Session session : switchboard.sessions()) {
            session.send(new FromServer.Reconnect(ThreadLocalRandom.current().nextInt(LATEST_RETURN_MS)));
            session.close(Ending.RESTARTING);
        }
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    private void look() {
        long helloWithin = settings.helloWithin().toNanos();
        endpoint.connections().forEach(connection -> connection.endIfSilent(helloWithin));
        switchboard.ringThoseBehind();
        switchboard.sessions().forEach(this::look);
    }

    private void look(Session session) {
        session.acknowledgeIfDue(ACK_AFTER.toNanos());
        session.abandonIfStuck();
        renewal.renewIfDue(session);
        if (session.silentFor(settings.holdFor().toNanos())) {
            inTurn(session, () -> giveUp(session));
        } else if (!session.away() && missing(session)) {
            inTurn(session, () -> markAway(session));
        }
    }

    private boolean missing(Session session) {
        return session.lostFor(settings.lostFor().toNanos())
                || session.silentFor(settings.awayAfter().toNanos());
    }

    private void markAway(Session session) {
        if (!session.away() && missing(session)) {
            seats.present(session.occupant(), Participant.Presence.AWAY);
            session.away(true);
        }
    }

    private void giveUp(Session session) {
        if (session.silentFor(settings.holdFor().toNanos()) && !session.retired()) {
            seats.present(session.occupant(), Participant.Presence.GONE);
            switchboard.detach(session);
        }
    }

    private void sweep() {
        switchboard
                .lines()
                .forEach(line -> Thread.ofVirtual().start(() -> {
                    try {
                        seats.sweep(line.practice(), line.call());
                    } catch (RuntimeException e) {
                        log.warn("Call {}: presences not swept, will try again", line.call(), e);
                    }
                }));
    }

    // The database is not waited for on the clock's thread; a turn that is taken is tried again with the next tick.
    private static void inTurn(Session session, Runnable work) {
        Thread.ofVirtual().start(() -> {
            if (!session.turn().tryLock()) {
                return;
            }
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn(
                        "Call {}: a presence was not noted, will try again",
                        session.occupant().call(),
                        e);
            } finally {
                session.turn().unlock();
            }
        });
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
