package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.web.Complaint;
import uk.anteroom.web.SelectField;
import uk.anteroom.web.TextArea;

/**
 * What can be done about a request besides writing and calling.
 *
 * @param href of the request
 * @param from whose it was when the page was made
 * @param mine whether it is one's own
 * @param to to whom it can be given
 * @param complete whether it can be completed; a locked one cannot
 * @param told how whoever asked is told of a rejection
 * @param reason why it is rejected
 * @param words what they are told besides; null where no words of staff go
 * @param open null while the request is open; else how it was closed
 * @param complaints what is wrong with a rejection
 */
record RequestActs(
        String href,
        String from,
        boolean mine,
        SelectField to,
        boolean complete,
        String told,
        SelectField reason,
        @Nullable TextArea words,
        @Nullable String closed,
        List<Complaint> complaints) {

    public boolean open() {
        return closed == null;
    }
}
