package uk.anteroom.accountweb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page of an account.
 *
 * @param patientName for whom the account acts now
 * @param acting whether that is somebody the holder cares for
 * @param writes whether requests can be sent from here: not by a carer who only reads
 * @param note a key of the message files; null for nothing
 * @param unread messages that were not shown yet
 * @param consultations none for a carer: they are the patient's alone
 */
record AccountHomePage(
        AccountShell shell,
        String patientName,
        boolean acting,
        boolean writes,
        @Nullable String note,
        int unread,
        List<Row> requests,
        List<Row> consultations) {

    /** A request or a consultation, and its page. */
    record Row(String title, String about, String href) {}
}
