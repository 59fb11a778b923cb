package uk.anteroom.invitation;

import java.util.Optional;
import java.util.UUID;
import uk.anteroom.consultation.IdentityProof;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;

/** A link that opens only for the patient it was sent to. Implemented by the room that sends it; every method runs in a transaction of its practice. */
public interface GuardedLink {

    PracticeId practice();

    /** What the audit trail calls what the link belongs to, such as {@code invitation}. */
    String kind();

    /** Which one it is. */
    UUID id();

    /** Whom it was sent to. */
    PatientId patient();

    /** Of the five dates of birth, when the link was looked up. */
    int attemptsLeft();

    /** Uses up one attempt in one statement and answers how many remain, or nothing if none was left. */
    Optional<Integer> takeAttempt();

    /** Closes it for good. */
    void lock();

    /** Somebody showed to be another patient; the audit trail has it, and whoever shows links to the staff may note it. */
    default void otherAccount() {}

    /** It is that patient: notes it, and binds a device. */
    DeviceKey passed(IdentityProof by);
}
