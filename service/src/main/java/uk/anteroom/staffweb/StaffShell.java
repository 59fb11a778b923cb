package uk.anteroom.staffweb;

/**
 * What stands around every staff page.
 *
 * @param inbox whether they have one; who is only practice manager has not
 */
record StaffShell(String practiceName, String staffName, boolean inbox, int openRequests) {}
