package uk.anteroom.call.signalling;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import uk.anteroom.call.Occupant;
import uk.anteroom.call.Room;
import uk.anteroom.web.Socket;

/**
 * What one opened socket stands for: a place, its numbering, and the socket of the moment if there is one. It outlives the
 * socket. Whoever carries out what it says holds {@link #turn()}; sending needs no turn and never blocks.
 */
final class Session {

    private final ReentrantLock turn = new ReentrantLock();
    private final Answers answers;
    private final Inbox inbox = new Inbox();
    private final Outbox outbox = new Outbox();

    private volatile Occupant occupant;
    private volatile long heardAt = System.nanoTime();
    private volatile long confirmedAt = System.nanoTime();
    private volatile boolean away;

    // guarded by this
    private @Nullable Socket socket;
    private boolean retired;
    private boolean relayOnly;
    private long credentialsAt;
    private long lostAt;
    private long lastRev;
    private long owedSince;

    Session(Occupant occupant, Socket socket, Answers answers) {
        this.occupant = occupant;
        this.socket = socket;
        this.answers = answers;
    }

    /** How the page names this session. Begins with the practice's id, so that a resume finds the practice. */
    static String name(Occupant occupant) {
        return occupant.practice() + "." + occupant.session();
    }

    Occupant occupant() {
        return occupant;
    }

    Answers answers() {
        return answers;
    }

    ReentrantLock turn() {
        return turn;
    }

    /** Tells a page who it is, and brings it credentials. */
    synchronized void welcome(FromServer.Welcome welcome) {
        relayOnly = welcome.relayOnly();
        credentialsAt = System.nanoTime();
        send(welcome);
    }

    synchronized boolean relayOnly() {
        return relayOnly;
    }

    /** Answers, once every so many nanoseconds, that a connected page needs fresh credentials. */
    synchronized boolean renewalDue(long everyNanos) {
        long now = System.nanoTime();
        if (socket == null || now - credentialsAt < everyNanos) {
            return false;
        }
        credentialsAt = now;
        return true;
    }

    synchronized void send(FromServer message) {
        if (retired) {
            return;
        }
        String text;
        if (message instanceof FromServer.Reliable) {
            Optional<String> kept = outbox.add(number -> FrameWriter.write(message, number));
            if (kept.isEmpty()) {
                close(Ending.TOO_SLOW);
                return;
            }
            text = kept.get();
        } else {
            text = FrameWriter.write(message, null);
        }
        transmit(text);
    }

    /** Sends the room if the page has not been sent this revision or a later one. */
    synchronized void show(Room room) {
        if (room.rev() > lastRev) {
            showAgain(room);
        }
    }

    synchronized void showAgain(Room room) {
        lastRev = Math.max(lastRev, room.rev());
        send(new FromServer.Snapshot(room.seenBy(occupant.participant())));
    }

    /** Notes that the page spoke through that socket. Answers false if it is not, or no longer, the socket of this session. */
    synchronized boolean hears(Socket from) {
        if (retired || socket != from) {
            return false;
        }
        heardAt = System.nanoTime();
        return true;
    }

    /** Throws {@link ProtocolBreach} if so much was never sent. */
    synchronized void acknowledged(long number) {
        if (!outbox.acknowledge(number)) {
            throw new ProtocolBreach("Acknowledges what was not sent");
        }
    }

    synchronized Inbox.Verdict take(long number) {
        if (!inbox.owesAck()) {
            owedSince = System.nanoTime();
        }
        return inbox.take(number);
    }

    /** Acknowledges on its own what nothing else has acknowledged: 8 messages, or any after so many nanoseconds. */
    synchronized void acknowledgeIfDue(long afterNanos) {
        boolean due = inbox.owesManyAcks() || (inbox.owesAck() && System.nanoTime() - owedSince >= afterNanos);
        if (due && socket != null) {
            send(new FromServer.Ack());
        }
    }

    synchronized boolean canReplayAfter(long number) {
        return !retired && outbox.canReplayAfter(number);
    }

    /** Goes on through a new socket: welcome, then everything after {@code lastSeq}. Call holding the turn. */
    synchronized void resume(Socket on, Occupant as, long lastSeq, FromServer.Welcome welcome) {
        if (retired) {
            on.close(Ending.TAKEN_OVER.status());
            return;
        }
        close(Ending.TAKEN_OVER);
        socket = on;
        occupant = as;
        away = false;
        heardAt = System.nanoTime();
        outbox.acknowledge(lastSeq);
        welcome(welcome);
        outbox.unacknowledged().forEach(this::transmit);
    }

    /** Ends for good: nothing is sent or heard any more. */
    synchronized void retire(Ending reason) {
        close(reason);
        retired = true;
        socket = null;
    }

    synchronized boolean retired() {
        return retired;
    }

    synchronized void lost(Socket which) {
        if (socket == which) {
            socket = null;
            lostAt = System.nanoTime();
        }
    }

    synchronized void close(Ending reason) {
        if (socket != null) {
            socket.close(reason.status());
            lostAt = System.nanoTime();
            socket = null;
        }
    }

    /** Gives up a socket that does not take what it is sent. */
    synchronized void abandonIfStuck() {
        if (socket != null && socket.stuck()) {
            socket.abandon(Ending.TOO_SLOW.status());
            lostAt = System.nanoTime();
            socket = null;
        }
    }

    /** No socket for so many nanoseconds. */
    synchronized boolean lostFor(long nanos) {
        return socket == null && System.nanoTime() - lostAt >= nanos;
    }

    boolean silentFor(long nanos) {
        return System.nanoTime() - heardAt >= nanos;
    }

    /** The room has been told that this participant is away. Change it holding the turn. */
    boolean away() {
        return away;
    }

    void away(boolean isAway) {
        away = isAway;
    }

    /** Answers, once every so many nanoseconds, that it is time to confirm the presence. */
    boolean confirmationDue(long everyNanos) {
        long now = System.nanoTime();
        if (now - confirmedAt < everyNanos) {
            return false;
        }
        confirmedAt = now;
        return true;
    }

    private void transmit(String text) {
        if (socket != null) {
            inbox.acknowledging();
            socket.send(FrameWriter.acknowledging(text, inbox.received()));
        }
    }
}
