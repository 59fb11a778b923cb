package uk.anteroom.staffweb;

import java.util.List;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.TextField;

/**
 * The groups of staff who share an inbox.
 *
 * @param saved whether something was saved just now
 * @param fresh the form of one that is not there yet
 */
record GroupsPage(boolean saved, List<Card> groups, Card fresh) {

    /**
     * One group, as a form.
     *
     * @param id of the group; a fresh one for one that is not there yet
     */
    record Card(String id, String title, TextField name, List<Checkbox> members) {}
}
