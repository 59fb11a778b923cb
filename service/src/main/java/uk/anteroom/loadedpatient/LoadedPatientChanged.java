package uk.anteroom.loadedpatient;

import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

/** What that member of staff has open is another than before, or cannot be told any more. */
public record LoadedPatientChanged(PracticeId practice, StaffId staff) {}
