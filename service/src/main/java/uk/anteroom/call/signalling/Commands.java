package uk.anteroom.call.signalling;

import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.anteroom.call.CallOver;
import uk.anteroom.call.NoSuchParticipant;
import uk.anteroom.call.NotAllowed;
import uk.anteroom.call.Occupant;
import uk.anteroom.call.ParticipantGone;
import uk.anteroom.call.Seats;
import uk.anteroom.call.TakenOver;
import uk.anteroom.call.Veto;

/** Carries out what a session says and answers it. The caller holds the session's turn. */
@Component
class Commands {

    private static final Logger log = LoggerFactory.getLogger(Commands.class);

    private final Seats seats;
    private final Switchboard switchboard;

    Commands(Seats seats, Switchboard switchboard) {
        this.seats = seats;
        this.switchboard = switchboard;
    }

    /** Throws {@link TakenOver} if the seat is no longer this session's, {@link ProtocolBreach} if it cannot say that now. */
    void carryOut(Session session, FromClient message) {
        Occupant by = session.occupant();
        switch (message) {
            case FromClient.Hello h -> throw new ProtocolBreach("A second hello");
            case FromClient.Resume r -> throw new ProtocolBreach("A second hello");
            case FromClient.Ping ping -> session.send(new FromServer.Pong(ping.time()));
            case FromClient.Ack a -> {}
            case FromClient.Sync s -> attempt(session, null, () -> show(session));
            case FromClient.Ready r -> attempt(session, null, () -> seats.ready(by, r.camera(), r.microphone()));
            case FromClient.Checked c -> attempt(session, null, () -> seats.checked(by, c.check()));
            case FromClient.CardDone c -> attempt(session, null, () -> seats.cardDone(by));
            case FromClient.Sends s -> attempt(session, null, () -> seats.sends(by, s.media()));
            case FromClient.Signal signal -> relay(session, signal);
            case FromClient.Admit admit -> command(session, admit, () -> seats.admit(by, admit.participant()));
            case FromClient.Card card -> command(session, card, () -> seats.card(by, card.participant(), card.card()));
            case FromClient.Phone phone -> command(session, phone, () -> seats.phone(by, phone.on()));
            case FromClient.Hold hold -> command(session, hold, () -> seats.hold(by, hold.participant(), hold.on()));
            case FromClient.Remove remove -> command(session, remove, () -> seats.remove(by, remove.participant()));
            case FromClient.Pin pin -> command(session, pin, () -> seats.pin(by, pin.participant()));
            case FromClient.End end -> command(session, end, () -> seats.end(by));
            case FromClient.Leave leave -> command(session, leave, () -> seats.leave(by));
            case FromClient.Stats stats -> attempt(session, null, () -> seats.report(by, stats.figures()));
        }
    }

    private void show(Session session) {
        Occupant by = session.occupant();
        seats.look(by.practice(), by.call()).ifPresent(session::showAgain);
    }

    private void relay(Session session, FromClient.Signal signal) {
        log.debug(
                "Call {}: signal from {} to {}",
                session.occupant().call(),
                session.occupant().participant(),
                signal.to());
        if (!switchboard.relay(session, signal)) {
            session.send(new FromServer.Refusal(null, FromServer.Code.NOT_ALLOWED));
        }
    }

    private void command(Session session, FromClient.Command command, LongSupplier work) {
        var before = session.answers().to(command.cid());
        if (before.isPresent()) {
            session.send(before.get());
            return;
        }
        attempt(session, command.cid(), () -> {
            FromServer.Done done = new FromServer.Done(command.cid(), work.getAsLong());
            session.answers().remember(command.cid(), done);
            session.send(done);
        });
    }

    private void attempt(Session session, @Nullable UUID cid, Runnable work) {
        try {
            work.run();
        } catch (TakenOver | ProtocolBreach e) {
            throw e;
        } catch (RuntimeException e) {
            FromServer.Refusal refusal = new FromServer.Refusal(cid, code(e));
            if (refusal.code() == FromServer.Code.TRY_AGAIN) {
                log.warn(
                        "Call {}: something failed and can be tried again",
                        session.occupant().call(),
                        e);
            } else if (cid != null) {
                session.answers().remember(cid, refusal);
            }
            session.send(refusal);
        }
    }

    private static FromServer.Code code(RuntimeException e) {
        return switch (e) {
            case NotAllowed n -> FromServer.Code.NOT_ALLOWED;
            case Veto v -> FromServer.Code.NOT_ALLOWED;
            case ParticipantGone g -> FromServer.Code.PARTICIPANT_GONE;
            case NoSuchParticipant n -> FromServer.Code.PARTICIPANT_GONE;
            case CallOver o -> FromServer.Code.CALL_OVER;
            default -> FromServer.Code.TRY_AGAIN;
        };
    }
}
