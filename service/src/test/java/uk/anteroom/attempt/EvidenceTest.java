package uk.anteroom.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.anteroom.call.Figures;
import uk.anteroom.call.Participant;
import uk.anteroom.call.Participant.Device;
import uk.anteroom.call.Participant.Presence;
import uk.anteroom.call.Participant.State;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.call.ParticipantRole;

class EvidenceTest {

    private static final Instant CAME = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant LET_IN = CAME.plusSeconds(60);
    private static final Instant LATER = CAME.plusSeconds(600);

    private static final Participant DOCTOR =
            seat(ParticipantRole.CLINICIAN, State.ADMITTED, Presence.HERE, CAME, LET_IN, Device.WORKS);
    private static final Participant IN = patient(State.ADMITTED, Presence.HERE, Device.WORKS);
    private static final Participant WAITING = patient(State.LOBBY, Presence.HERE, Device.WORKS);
    private static final Participant NEVER_CAME =
            seat(ParticipantRole.PATIENT, State.LOBBY, Presence.GONE, null, null, null);

    @Test
    void connectedIfOneSideHadAConnectionOrAPicture() {
        assertThat(reason(IN, patient(new Told().connected(412)))).isEqualTo(Reason.CONNECTED);
        assertThat(reason(IN, clinician(new Told().firstFrame(230)))).isEqualTo(Reason.CONNECTED);
        assertThat(reason(
                        IN,
                        patient(new Told().connected(412).interrupted(3, 20_000).score(2))))
                .isEqualTo(Reason.CONNECTED);
    }

    @Test
    void connectedThenLostIfAPageSaysSoAtTheEnd() {
        Report lost = patient(new Told().connected(412).score(0));
        assertThat(reason(IN, lost)).isEqualTo(Reason.CONNECTED_THEN_LOST);
        assertThat(reason(IN, clinician(new Told().connected(400).score(0)))).isEqualTo(Reason.CONNECTED_THEN_LOST);
        assertThat(reason(IN, lost, patient(new Told().connected(300).score(4))))
                .as("the page after a reload is connected again")
                .isEqualTo(Reason.CONNECTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"AWAY", "GONE"})
    void connectedThenLostIfSomebodyIsNotThereAtTheEnd(Presence presence) {
        Report connected = patient(new Told().connected(412).score(4));
        assertThat(reason(patient(State.ADMITTED, presence, Device.WORKS), connected))
                .isEqualTo(Reason.CONNECTED_THEN_LOST);
    }

    @Test
    void whoHangsUpIsNotLostAndNeitherIsWhoStaysBehind() {
        assertThat(reason(
                        patient(State.LEFT, Presence.GONE, Device.WORKS),
                        patient(new Told().connected(412).score(4)),
                        clinician(new Told().connected(400).score(0))))
                .isEqualTo(Reason.CONNECTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"REACHED", "NONE"})
    void noNetworkPathIfLetInAndNeverConnected(Figures.Relay relay) {
        assertThat(reason(IN, patient(new Told().relay(relay)))).isEqualTo(Reason.NO_NETWORK_PATH);
        assertThat(reason(patient(State.LEFT, Presence.GONE, Device.WORKS), patient(new Told().relay(relay))))
                .isEqualTo(Reason.NO_NETWORK_PATH);
    }

    @Test
    void relayAwayIfEitherSideCouldNotReachIt() {
        Report reached = patient(new Told().relay(Figures.Relay.REACHED));
        Report away = clinician(new Told().relay(Figures.Relay.AWAY));
        assertThat(reason(IN, reached, away)).isEqualTo(Reason.RELAY_AWAY);
        assertThat(reason(patient(State.ADMITTED, Presence.GONE, Device.WORKS), away))
                .isEqualTo(Reason.RELAY_AWAY);
    }

    @ParameterizedTest
    @EnumSource(names = {"DENIED", "BLOCKED", "BUSY", "NONE"})
    void devicesRefusedIfThereIsNoMicrophoneLetInOrNot(Device microphone) {
        Report reached = patient(new Told().relay(Figures.Relay.REACHED));
        assertThat(reason(patient(State.LOBBY, Presence.GONE, microphone))).isEqualTo(Reason.DEVICES_REFUSED);
        assertThat(reason(patient(State.LOBBY, Presence.HERE, microphone))).isEqualTo(Reason.DEVICES_REFUSED);
        assertThat(reason(patient(State.ADMITTED, Presence.HERE, microphone), reached))
                .isEqualTo(Reason.DEVICES_REFUSED);
        assertThat(reason(patient(State.ADMITTED, Presence.HERE, microphone), patient(new Told().connected(412))))
                .as("listening only is a call, too")
                .isEqualTo(Reason.CONNECTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"OFF", "SILENT"})
    void microphoneThatIsOffOrSilentIsNotRefused(Device microphone) {
        assertThat(reason(patient(State.LOBBY, Presence.HERE, microphone))).isEqualTo(Reason.NOT_LET_IN);
    }

    @Test
    void leftWhileWaiting() {
        assertThat(reason(patient(State.LOBBY, Presence.GONE, Device.WORKS))).isEqualTo(Reason.LEFT_WHILE_WAITING);
        assertThat(reason(seat(ParticipantRole.PATIENT, State.LEFT, Presence.GONE, CAME, null, Device.WORKS)))
                .isEqualTo(Reason.LEFT_WHILE_WAITING);
    }

    @Test
    void notLetIn() {
        assertThat(reason(WAITING)).isEqualTo(Reason.NOT_LET_IN);
        assertThat(reason(patient(State.LOBBY, Presence.AWAY, Device.WORKS))).isEqualTo(Reason.NOT_LET_IN);
    }

    @ParameterizedTest
    @EnumSource(names = {"AWAY", "GONE"})
    void pageLostIfItWentBetweenAdmissionAndConnection(Presence presence) {
        assertThat(reason(patient(State.ADMITTED, presence, Device.WORKS))).isEqualTo(Reason.PAGE_LOST);
        assertThat(reason(
                        patient(State.ADMITTED, presence, Device.WORKS),
                        clinician(new Told().relay(Figures.Relay.REACHED))))
                .isEqualTo(Reason.PAGE_LOST);
    }

    @Test
    void nobodyCame() {
        assertThat(reason(NEVER_CAME)).isEqualTo(Reason.NOBODY_CAME);
        assertThat(new Evidence(List.of(), null, List.of()).reason()).isEqualTo(Reason.NOBODY_CAME);
    }

    @Test
    void notMeasuredIfItWasOverBeforeAnyPageSpoke() {
        assertThat(reason(IN)).isEqualTo(Reason.NOT_MEASURED);
    }

    @Test
    void reopenedCallStartsAnewForWhoWasGoneBefore() {
        Participant gone = patient(State.ADMITTED, Presence.GONE, Device.WORKS);

        assertThat(new Evidence(List.of(DOCTOR, gone), LATER, List.of()).reason())
                .isEqualTo(Reason.NOBODY_CAME);
        assertThat(new Evidence(List.of(DOCTOR, gone), gone.presenceAt().minusSeconds(1), List.of()).reason())
                .isEqualTo(Reason.PAGE_LOST);
        assertThat(new Evidence(List.of(DOCTOR, IN), LATER, List.of(patient(new Told().relay(Figures.Relay.NONE))))
                        .reason())
                .isEqualTo(Reason.NO_NETWORK_PATH);
    }

    /** Whatever is known, there is one reason, and it is a connection exactly if somebody had one. */
    @Property
    void thereIsAlwaysAReason(
            @ForAll @Size(max = 3) List<ParticipantRole> roles,
            @ForAll State state,
            @ForAll Presence presence,
            @ForAll Device microphone,
            @ForAll boolean came,
            @ForAll @Size(max = 3) List<Boolean> connected) {
        List<Participant> participants = new ArrayList<>();
        for (ParticipantRole role : roles) {
            Instant letIn = state == State.LOBBY ? null : LET_IN;
            participants.add(seat(role, state, presence, came ? CAME : null, letIn, microphone));
        }
        List<Report> reports = connected.stream()
                .map(yes -> patient(yes ? new Told().connected(1) : new Told()))
                .toList();

        Reason reason = new Evidence(participants, null, reports).reason();

        assertThat(reason == Reason.CONNECTED || reason == Reason.CONNECTED_THEN_LOST)
                .isEqualTo(connected.contains(true));
    }

    private static Reason reason(Participant patient, Report... reports) {
        return new Evidence(List.of(DOCTOR, patient), null, List.of(reports)).reason();
    }

    private static Report patient(Told told) {
        return new Report(ParticipantRole.PATIENT, told.figures());
    }

    private static Report clinician(Told told) {
        return new Report(ParticipantRole.CLINICIAN, told.figures());
    }

    private static Participant patient(State state, Presence presence, @Nullable Device microphone) {
        return seat(ParticipantRole.PATIENT, state, presence, CAME, state == State.LOBBY ? null : LET_IN, microphone);
    }

    private static Participant seat(
            ParticipantRole role,
            State state,
            Presence presence,
            @Nullable Instant arrivedAt,
            @Nullable Instant admittedAt,
            @Nullable Device microphone) {
        return new Participant(
                new ParticipantId(UUID.randomUUID()),
                role,
                state,
                presence,
                LET_IN,
                arrivedAt,
                admittedAt,
                false,
                1,
                0,
                microphone,
                microphone,
                null,
                null,
                null);
    }
}
