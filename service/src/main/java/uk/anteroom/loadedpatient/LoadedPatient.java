package uk.anteroom.loadedpatient;

import java.time.Instant;
import uk.anteroom.patient.PatientId;

/** Whom a member of staff has open in the clinical system, as far as anybody can tell at this moment. */
public sealed interface LoadedPatient {

    /** The clinical system is connected and says that no patient is open. */
    record Nobody() implements LoadedPatient {}

    /** Nothing is connected, or what is has gone silent. Never read it as the patient who was open before. */
    record Unknown() implements LoadedPatient {}

    /**
     * Somebody on the practice list: NHS number and date of birth agree.
     *
     * @param eventId of the event that opened it, as its source named it
     * @param since when it was opened, by its source's clock
     */
    record OnList(PatientId patient, String eventId, Instant since) implements LoadedPatient {}

    /** Somebody is open whom the practice list does not have, or whose NHS number has another date of birth there. */
    record NotOnList(String eventId, Instant since) implements LoadedPatient {}
}
