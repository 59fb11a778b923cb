package uk.anteroom.attempt;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.anteroom.call.Participant;
import uk.anteroom.call.Participant.Device;
import uk.anteroom.call.Participant.Presence;
import uk.anteroom.call.ParticipantRole;

/**
 * What is known at the end of an attempt, and the one reason that follows from it.
 *
 * @param participants as they were at the end
 * @param reopenedAt when this attempt began, if it is not the first of its call
 * @param reports of this attempt, the latest page of each participant last
 */
record Evidence(List<Participant> participants, @Nullable Instant reopenedAt, List<Report> reports) {

    private static final Set<Device> REFUSED = Set.of(Device.DENIED, Device.BLOCKED, Device.BUSY, Device.NONE);

    Reason reason() {
        if (reports.stream().anyMatch(Report::connected)) {
            return lostAtTheEnd() ? Reason.CONNECTED_THEN_LOST : Reason.CONNECTED;
        }
        List<Participant> came = participants.stream()
                .filter(p -> p.role() != ParticipantRole.CLINICIAN && came(p))
                .toList();
        if (came.isEmpty()) {
            return Reason.NOBODY_CAME;
        }
        List<Participant> letIn =
                came.stream().filter(p -> p.admittedAt() != null).toList();
        return letIn.isEmpty() ? whyNotLetIn(came) : whyNotConnected(letIn);
    }

    private Reason whyNotLetIn(List<Participant> came) {
        if (came.stream().anyMatch(Evidence::withoutMicrophone)) {
            return Reason.DEVICES_REFUSED;
        }
        return came.stream().allMatch(p -> p.presence() == Presence.GONE)
                ? Reason.LEFT_WHILE_WAITING
                : Reason.NOT_LET_IN;
    }

    private Reason whyNotConnected(List<Participant> letIn) {
        if (reports.stream().anyMatch(Report::relayAway)) {
            return Reason.RELAY_AWAY;
        }
        if (letIn.stream().anyMatch(Evidence::withoutMicrophone)) {
            return Reason.DEVICES_REFUSED;
        }
        if (letIn.stream().allMatch(Evidence::vanished)) {
            return Reason.PAGE_LOST;
        }
        return reports.isEmpty() ? Reason.NOT_MEASURED : Reason.NO_NETWORK_PATH;
    }

    private boolean lostAtTheEnd() {
        List<Participant> letIn = participants.stream()
                .filter(p -> p.admittedAt() != null && came(p))
                .toList();
        boolean allLeft = letIn.stream()
                .filter(p -> p.role() != ParticipantRole.CLINICIAN)
                .allMatch(p -> p.state() == Participant.State.LEFT);
        // whoever stays behind when the others hang up has no connection either
        return !allLeft
                && (Arrays.stream(ParticipantRole.values()).anyMatch(this::saidLost)
                        || letIn.stream().anyMatch(Evidence::vanished));
    }

    private boolean saidLost(ParticipantRole role) {
        List<Report> said =
                reports.stream().filter(report -> report.role() == role).toList();
        return !said.isEmpty() && said.getLast().lost();
    }

    /** Was here in this attempt: whoever was gone before it was reopened, and did not come back, was not. */
    private boolean came(Participant p) {
        return p.arrivedAt() != null
                && (reopenedAt == null
                        || p.presence() != Presence.GONE
                        || p.presenceAt().isAfter(reopenedAt));
    }

    /** Not here, and not because they left. */
    private static boolean vanished(Participant p) {
        return p.presence() != Presence.HERE && p.state() != Participant.State.LEFT;
    }

    private static boolean withoutMicrophone(Participant p) {
        return p.microphone() != null && REFUSED.contains(p.microphone());
    }
}
