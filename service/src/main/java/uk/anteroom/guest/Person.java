package uk.anteroom.guest;

import org.jspecify.annotations.Nullable;
import uk.anteroom.call.ParticipantId;

/**
 * Somebody in the call as one of the others may know them.
 *
 * @param knownAs who they are in a word or two; null where {@code role} says it
 */
public record Person(
        ParticipantId seat,
        String name,
        PersonRole role,
        @Nullable String knownAs) {

    /** What everybody is there as. */
    public enum PersonRole {
        CLINICIAN,
        PATIENT,
        CARER,
        INTERPRETER,
        COLLEAGUE,
        CHAPERONE
    }

    static Person of(Guest guest) {
        return new Person(
                guest.seat(), guest.name(), PersonRole.valueOf(guest.role().name()), guest.knownAs());
    }
}
