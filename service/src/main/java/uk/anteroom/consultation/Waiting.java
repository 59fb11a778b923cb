package uk.anteroom.consultation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.anteroom.call.CallId;
import uk.anteroom.call.Participant;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;

/**
 * Somebody who has checked in and was not let in yet.
 *
 * @param clinician who holds the consultation
 * @param since when they checked in; the place in the queue goes by it, wherever they are meanwhile
 * @param seat of the patient as it is now
 * @param attended whether a clinician has the consultation's page open
 * @param wish null as long as they have chosen nothing
 * @param turnAt when they were told that it is their turn, if they were since they last wished
 * @param escalatedAt when the staff on duty were told, if they were
 */
public record Waiting(
        ConsultationId consultation,
        PatientId patient,
        StaffId clinician,
        CallId call,
        Instant since,
        Participant seat,
        boolean attended,
        @Nullable Wish wish,
        @Nullable Instant wishAt,
        @Nullable Instant turnAt,
        @Nullable Instant escalatedAt) {

    /** With these a device does not do what a call needs; what somebody has switched off themselves is no trouble. */
    private static final Set<Participant.Device> BLOCKS = EnumSet.of(
            Participant.Device.DENIED,
            Participant.Device.BLOCKED,
            Participant.Device.BUSY,
            Participant.Device.NONE,
            Participant.Device.SILENT);

    /** Which device does not work. */
    public enum Trouble {
        CAMERA,
        MICROPHONE,
        BOTH
    }

    /** Their page is connected. */
    public boolean here() {
        return seat.presence() == Participant.Presence.HERE && seat.state() != Participant.State.LEFT;
    }

    /** Counts as somebody who waits: here, lost for a moment, or gone with a wish. Who just went keeps a place and holds nobody up. */
    public boolean queues() {
        return here()
                || wish == Wish.TEXT
                || wish == Wish.RING
                || seat.presence() == Participant.Presence.AWAY && seat.state() != Participant.State.LEFT;
    }

    /** Somebody of the staff is told about them: the clinician of the consultation, and whoever receives. Not while they asked for a text. */
    public boolean concerns(StaffMember by) {
        return (here() || wish == Wish.RING) && (clinician.equals(by.id()) || by.receives());
    }

    /** Those on duty were told of them, and still nobody looks after them. */
    public boolean unattended() {
        return escalatedAt != null && !attended;
    }

    /** What stops them from being seen and heard; only what their page says while it is there. */
    public Optional<Trouble> trouble() {
        boolean camera = here() && seat.camera() != null && BLOCKS.contains(seat.camera());
        boolean microphone = here() && seat.microphone() != null && BLOCKS.contains(seat.microphone());
        if (camera && microphone) {
            return Optional.of(Trouble.BOTH);
        }
        return camera ? Optional.of(Trouble.CAMERA) : microphone ? Optional.of(Trouble.MICROPHONE) : Optional.empty();
    }
}
