package uk.anteroom.staffweb;

/**
 * What stands around every staff page.
 *
 * @param inbox whether they have one; who is only practice manager has not
 * @param staffId of who is signed in, for the page to know whose news it may show
 * @param waiting how many wait, for those who have an inbox
 * @param byHand how many entries somebody has to put into the record by hand, for those who may
 * @param reports whether they may see how the practice's consultations went
 * @param settings whether they may change the practice's settings
 */
public record StaffShell(
        String practiceName,
        String staffName,
        String staffId,
        boolean inbox,
        int openRequests,
        int waiting,
        int byHand,
        boolean reports,
        boolean settings) {}
