package uk.anteroom.patient;

/**
 * Who writes for a patient, by leave of the practice. Hides itself when printed.
 *
 * @param id a patient of the practice, too
 * @param relationship who they are to the patient, in their own words
 */
public record Carer(PatientId id, String relationship) {

    @Override
    public String toString() {
        return "Carer(" + id + ")";
    }
}
