package uk.anteroom.staffweb;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.patient.Patient;

/** A patient's date of birth as staff read it; the list may have none. */
final class Born {

    private static final String MISSING = "Date of birth missing";

    private Born() {}

    /** 14 March 1957. */
    static String shown(Patient patient) {
        @Nullable DateOfBirth born = patient.born();
        return born == null ? MISSING : born.shown();
    }

    /** 14 March 1957 (69). */
    static String withAge(Patient patient, LocalDate today) {
        return shown(patient) + age(patient, today);
    }

    /** The age alone, to stand behind the date: (69), or nothing. */
    static String age(Patient patient, LocalDate today) {
        @Nullable DateOfBirth born = patient.born();
        return born == null ? "" : " (" + born.ageOn(today) + ")";
    }
}
