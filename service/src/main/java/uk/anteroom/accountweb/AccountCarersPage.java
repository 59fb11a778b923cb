package uk.anteroom.accountweb;

import java.util.List;
import uk.anteroom.web.Complaint;
import uk.anteroom.web.TextField;

/**
 * For whom somebody acts, and who acts for them.
 *
 * @param asked whether a request was sent just now
 * @param acting whether they act for another in this browser
 */
record AccountCarersPage(
        AccountShell shell,
        boolean asked,
        boolean acting,
        List<Row> mine,
        List<Row> others,
        AccountClaimForm.Shown whom,
        TextField relationship,
        List<Complaint> complaints) {

    /**
     * One person.
     *
     * @param approved whether the practice agreed
     */
    record Row(String id, String name, String about, boolean approved) {}
}
