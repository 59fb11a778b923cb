package uk.anteroom.accountweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.web.Complaint;
import uk.anteroom.web.TextField;

/**
 * A page that asks for a line or two.
 *
 * @param path where the form is posted, and what belongs to the page
 * @param nhsLogin whether NHS login is offered
 * @param note a key of the message files for what is no problem; null for nothing
 */
record AccountFormPage(
        AccountShell shell,
        String path,
        boolean nhsLogin,
        @Nullable String note,
        List<TextField> fields,
        List<Complaint> complaints) {}
