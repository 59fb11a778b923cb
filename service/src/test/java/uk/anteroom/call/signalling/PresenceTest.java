package uk.anteroom.call.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import uk.anteroom.call.CallId;
import uk.anteroom.call.CallSlice;
import uk.anteroom.call.CallTest;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Participant;
import uk.anteroom.call.ParticipantAway;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.call.ParticipantRole;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.testing.TestDatabase;

/** Silence, with patience of a second or two instead of minutes. */
@CallTest
@TestPropertySource(properties = {"anteroom.call.away-after=600ms", "anteroom.call.hold-for=2s"})
class PresenceTest {

    @Autowired
    Calls calls;

    @Autowired
    CallSlice.Listener listener;

    @Autowired
    Switchboard switchboard;

    @Autowired
    Watch watch;

    @LocalServerPort
    int port;

    PracticeId practice = new PracticeId(new UUID(0, 0));
    CallId call = new CallId(new UUID(0, 0));
    ParticipantId patient = new ParticipantId(new UUID(0, 0));

    @BeforeEach
    void callWithAPatient() {
        practice = TestDatabase.get().newPractice();
        call = calls.open(practice, false);
        patient = calls.seat(practice, call, ParticipantRole.PATIENT);
    }

    @Test
    void silentPageIsAwayThenGoneAndItsSessionIsGivenUp() {
        Page page = Page.enter(port, calls.pass(practice, patient));

        Page.eventually("away", () -> presence() == Participant.Presence.AWAY);
        assertThat(page.awaitClosed()).isEqualTo(1001);
        Page.eventually("gone", () -> presence() == Participant.Presence.GONE);

        assertThat(listener.heard(ParticipantAway.class))
                .filteredOn(e -> e.participant().equals(patient))
                .extracting(ParticipantAway::presence)
                .containsExactly(Participant.Presence.AWAY, Participant.Presence.GONE);
        Page.eventually(
                "nothing held",
                () -> switchboard.lines().stream().noneMatch(l -> l.call().equals(call)));
        assertThat(Page.resume(port, page, 1).awaitClosed()).isEqualTo(4401);
    }

    @Test
    void pageThatSpeaksAgainIsHereAgain() {
        Page page = Page.enter(port, calls.pass(practice, patient));
        Page.eventually("away", () -> presence() == Participant.Presence.AWAY);

        page.settle();

        Page.eventually("here", () -> presence() == Participant.Presence.HERE);
    }

    @Test
    void nodeThatStopsSaysWhenToComeBack() {
        Page page = Page.enter(port, calls.pass(practice, patient));

        watch.stop();
        try {
            assertThat(page.await("reconnect").get("afterMs").intValue()).isBetween(0, 5000);
            assertThat(page.awaitClosed()).isEqualTo(1012);
        } finally {
            watch.start();
        }
    }

    private Participant.Presence presence() {
        return calls.look(practice, call)
                .flatMap(r -> r.seat(patient))
                .orElseThrow()
                .presence();
    }
}
