package uk.anteroom.staffweb;

import java.util.List;

/**
 * Who wrote something for a patient.
 *
 * @param href of the carer, who is a patient of the practice
 * @param who both of their names
 * @param about that it is not the patient's own, and who the carer is to them
 * @param contact what the list has of the carer, who is answered rather than the patient
 */
record CarerNote(String name, String href, String who, String about, List<String> contact) {}
