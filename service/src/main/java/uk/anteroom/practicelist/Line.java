package uk.anteroom.practicelist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.needs.ToldNeeds;
import uk.anteroom.patient.ListedPatient;

/**
 * A line of a list, read. Hides itself when printed.
 *
 * @param place the line of a file, or the id of a record
 * @param number the NHS number as it stood there
 * @param name as it stood there
 * @param without what could not be read of it, and is left out
 */
record Line(String place, String number, String name, What what, List<Refusal.Reason> without) {

    /** What it says. */
    sealed interface What {

        /** This patient is on the list, and needs that. */
        record OnList(ListedPatient patient, ToldNeeds needs) implements What {}

        /** This record is not, or no longer, on this practice's list. */
        record Elsewhere(String recordId) implements What {}

        /** This record was merged into another one. */
        record Merged(String recordId, @Nullable String nhsNumber, String into) implements What {}

        /** It cannot be taken. Whoever has that record id or number stays, all the same. */
        record Wrong(
                Refusal.Reason reason,
                @Nullable String recordId,
                @Nullable String nhsNumber) implements What {}
    }

    Refusal refused(Refusal.Reason reason) {
        return new Refusal(place, reason, number, name);
    }

    @Override
    public String toString() {
        return "Line(" + place + ")";
    }
}
