package uk.anteroom.staffweb;

/**
 * Who wrote something for a patient.
 *
 * @param href of the carer, who is a patient of the practice
 * @param who both of their names
 * @param about that it is not the patient's own, and who the carer is to them
 */
record CarerNote(String name, String href, String who, String about) {}
