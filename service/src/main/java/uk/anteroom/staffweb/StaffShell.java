package uk.anteroom.staffweb;

/**
 * What stands around every staff page.
 *
 * @param inbox whether they have one; who is only practice manager has not
 * @param settings whether they may change the practice's settings
 */
record StaffShell(String practiceName, String staffName, boolean inbox, int openRequests, boolean settings) {}
