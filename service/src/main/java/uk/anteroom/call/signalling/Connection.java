package uk.anteroom.call.signalling;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.anteroom.call.CallOver;
import uk.anteroom.call.CallSettings;
import uk.anteroom.call.NotAllowed;
import uk.anteroom.call.Participant;
import uk.anteroom.call.PassRefused;
import uk.anteroom.call.Seats;
import uk.anteroom.call.TakenOver;
import uk.anteroom.call.Veto;
import uk.anteroom.web.Socket;

/** One socket from its opening on: first it says who it is, then it speaks for a session. Frames arrive one at a time. */
final class Connection {

    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    // With a ping every 10 s a row is 20 s old at most; at 35 s a reader of the rows takes the seat for abandoned.
    private static final Duration CONFIRM_EVERY = Duration.ofSeconds(15);
    private static final long ONLY_MANY = Long.MAX_VALUE;

    private final Socket socket;
    private final Bucket allowance;
    private final FrameReader reader;
    private final Reception reception;
    private final Commands commands;
    private final Seats seats;
    private final long openedAt = System.nanoTime();
    private volatile boolean spoken;
    private volatile @Nullable Session session;

    Connection(
            Socket socket,
            CallSettings settings,
            FrameReader reader,
            Reception reception,
            Commands commands,
            Seats seats) {
        this.socket = socket;
        this.allowance = Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.burst()).refillGreedy(settings.perSecond(), Duration.ofSeconds(1)))
                .build();
        this.reader = reader;
        this.reception = reception;
        this.commands = commands;
        this.seats = seats;
    }

    void receive(String text) {
        if (socket.ending()) {
            return;
        }
        if (!allowance.tryConsume(1)) {
            end(Ending.TOO_MANY);
            return;
        }
        // from here on it is this side that takes its time
        spoken = true;
        try {
            Frame frame = reader.read(text);
            Session speaker = session;
            if (speaker == null) {
                Session introduced = introduce(frame.message());
                session = introduced;
                if (socket.ending()) {
                    // closed while it was being introduced, when nobody knew whose it was
                    introduced.lost(socket);
                }
            } else {
                speak(speaker, frame);
            }
        } catch (ProtocolBreach e) {
            log.info("Socket closed: {}", e.getMessage());
            end(Ending.BREACH);
        } catch (PassRefused e) {
            end(Ending.PASS_REFUSED);
        } catch (NotAllowed | Veto e) {
            end(Ending.NOT_ALLOWED);
        } catch (CallOver e) {
            end(Ending.CALL_OVER);
        } catch (TakenOver e) {
            end(Ending.TAKEN_OVER);
        } catch (RuntimeException e) {
            log.warn("A socket is closed and can resume", e);
            end(Ending.FAULT);
        }
    }

    void binary() {
        end(Ending.BINARY);
    }

    void closed() {
        socket.closed();
        Session speaker = session;
        if (speaker != null) {
            speaker.lost(socket);
        }
    }

    /** Closes a socket that has said nothing at all for so many nanoseconds; whatever it says first must be who it is. */
    void endIfSilent(long afterNanos) {
        if (!spoken && System.nanoTime() - openedAt >= afterNanos) {
            end(Ending.BREACH);
        }
    }

    private Session introduce(FromClient message) {
        return switch (message) {
            case FromClient.Hello hello -> reception.hello(socket, hello);
            case FromClient.Resume resume -> reception.resume(socket, resume);
            default -> throw new ProtocolBreach("Neither hello nor resume");
        };
    }

    private void speak(Session speaker, Frame frame) {
        speaker.turn().lock();
        try {
            if (!speaker.hears(socket)) {
                return;
            }
            notePresence(speaker);
            if (frame.acknowledged() != null) {
                speaker.acknowledged(frame.acknowledged());
            }
            if (frame.message() instanceof FromClient.Reliable && frame.number() != null) {
                switch (speaker.take(frame.number())) {
                    case GAP -> throw new ProtocolBreach("A number is missing");
                    case SEEN -> {
                        speaker.acknowledgeIfDue(0);
                        return;
                    }
                    case NEXT -> {}
                }
            }
            commands.carryOut(speaker, frame.message());
            speaker.acknowledgeIfDue(ONLY_MANY);
        } finally {
            speaker.turn().unlock();
        }
    }

    private void notePresence(Session speaker) {
        if (speaker.away()) {
            seats.present(speaker.occupant(), Participant.Presence.HERE);
            speaker.away(false);
        } else if (speaker.confirmationDue(CONFIRM_EVERY.toNanos())) {
            seats.confirm(speaker.occupant());
        }
    }

    private void end(Ending reason) {
        socket.close(reason.status());
        Session speaker = session;
        if (speaker != null) {
            speaker.lost(socket);
        }
    }
}
