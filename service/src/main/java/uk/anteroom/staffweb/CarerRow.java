package uk.anteroom.staffweb;

/**
 * Somebody who acts for a patient, or wants to.
 *
 * @param href of the carer, who is a patient of the practice
 * @param about in their words, who they are to the patient, since when, and what they may do
 * @param writes whether they may write
 */
record CarerRow(String id, String name, String href, String about, boolean approved, boolean writes) {}
