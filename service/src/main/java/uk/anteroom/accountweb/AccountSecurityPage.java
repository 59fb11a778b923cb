package uk.anteroom.accountweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.web.Complaint;
import uk.anteroom.web.TextField;

/**
 * The ways into an account.
 *
 * @param note a key of the message files; null for nothing
 * @param proved whether it was shown lately who this is; else nothing is changed before it is
 * @param proof the password, for that; null where there is none
 * @param old null where there is no password yet
 */
record AccountSecurityPage(
        AccountShell shell,
        @Nullable String note,
        @Nullable String email,
        boolean proved,
        @Nullable TextField proof,
        @Nullable TextField old,
        TextField fresh,
        List<Row> passkeys,
        List<Complaint> complaints) {

    /** A passkey. */
    record Row(String id, String name, String about) {}
}
