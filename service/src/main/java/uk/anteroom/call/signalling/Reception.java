package uk.anteroom.call.signalling;

import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.anteroom.call.CallPass;
import uk.anteroom.call.CallSettings;
import uk.anteroom.call.Occupant;
import uk.anteroom.call.PassRefused;
import uk.anteroom.call.Seats;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.web.Socket;

/** Gives whoever says hello or resume their seat. Throws {@link PassRefused} and {@link uk.anteroom.call.CallOver}. */
@Component
class Reception {

    private final Seats seats;
    private final Switchboard switchboard;
    private final IceServers servers;
    private final CallSettings settings;

    Reception(Seats seats, Switchboard switchboard, IceServers servers, CallSettings settings) {
        this.seats = seats;
        this.switchboard = switchboard;
        this.servers = servers;
        this.settings = settings;
    }

    Session hello(Socket socket, FromClient.Hello hello) {
        return start(socket, seats.take(new CallPass(hello.pass())), new Answers());
    }

    Session resume(Socket socket, FromClient.Resume resume) {
        String[] name = resume.session().split("\\.", 2);
        PracticeId practice;
        UUID id;
        try {
            practice = PracticeId.of(name[0]);
            id = UUID.fromString(name.length == 2 ? name[1] : "");
        } catch (IllegalArgumentException e) {
            throw new PassRefused("Session refused");
        }
        Session held = switchboard.find(id).orElse(null);
        if (held == null) {
            return start(socket, seats.takeBack(practice, id, resume.token(), true), new Answers());
        }
        // waits until whatever the session said last has been carried out
        held.turn().lock();
        try {
            if (!held.canReplayAfter(resume.lastSeq())) {
                return start(socket, seats.takeBack(practice, id, resume.token(), true), held.answers());
            }
            Seats.Taken taken = seats.takeBack(practice, id, resume.token(), false);
            held.resume(socket, taken.occupant(), resume.lastSeq(), welcome(taken, true));
            switchboard.attach(held);
            return held;
        } finally {
            held.turn().unlock();
        }
    }

    private Session start(Socket socket, Seats.Taken taken, Answers answers) {
        Session session = new Session(taken.occupant(), socket, answers);
        session.welcome(welcome(taken, false));
        switchboard.attach(session);
        return session;
    }

    private FromServer.Welcome welcome(Seats.Taken taken, boolean resumed) {
        Occupant you = taken.occupant();
        return new FromServer.Welcome(
                Session.name(you),
                taken.token(),
                you.participant(),
                you.role(),
                you.gen(),
                resumed,
                servers.of(you.participant(), taken.relayOnly()),
                taken.relayOnly(),
                settings.pingEvery().toMillis());
    }
}
