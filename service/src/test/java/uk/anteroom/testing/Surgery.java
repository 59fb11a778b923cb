package uk.anteroom.testing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.StaffMember;

/** A practice with one of each. */
public record Surgery(
        PracticeId practice,
        StaffMember clinician,
        StaffMember receptionist,
        StaffMember manager,
        @Nullable Patient patient) {

    Surgery with(Patient rosa) {
        return new Surgery(practice, clinician, receptionist, manager, rosa);
    }

    /** Rosa Whitfield, 14 March 1957. */
    public Patient rosa() {
        return Objects.requireNonNull(patient);
    }
}
