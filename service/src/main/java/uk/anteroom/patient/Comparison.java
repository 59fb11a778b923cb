package uk.anteroom.patient;

import org.jspecify.annotations.Nullable;

/** What a line of a list means for the patients we have. */
public sealed interface Comparison {

    /** Nobody we had. {@code patient} is who they are now, once the line was taken in. */
    record Added(@Nullable PatientId patient) implements Comparison {}

    /** Somebody we have, of whom the list says something else now, or who is back. */
    record Changed(PatientId patient) implements Comparison {}

    /** Nothing new. */
    record Unchanged(PatientId patient) implements Comparison {}

    /** Not taken. {@code about} is whom it may mean: nobody leaves the list over a line that was refused. */
    record Refused(Reason reason, @Nullable PatientId about) implements Comparison {}

    /** Why a line is not taken although it can be read. */
    enum Reason {
        /** Another line of the same list has the same NHS number. */
        DUPLICATE,
        /** The patient who has this NHS number belongs to another record. */
        NUMBER_TAKEN,
        /** The patient who has this NHS number has another name and another date of birth. */
        OTHER_PERSON,
        /** This NHS number was replaced by another one. */
        SUPERSEDED
    }

    /** Whom it is about, if that is known. */
    default @Nullable PatientId whom() {
        return switch (this) {
            case Added(PatientId patient) -> patient;
            case Changed(PatientId patient) -> patient;
            case Unchanged(PatientId patient) -> patient;
            case Refused(Reason reason, PatientId about) -> about;
        };
    }
}
