package uk.anteroom.accountweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.fileexchange.FileRow;

/**
 * One request of a patient.
 *
 * @param of whose it is, for somebody who acts for them; null for the patient
 * @param by who wrote it, where it was not whoever reads it for themselves; null then
 * @param reference what is said on the telephone
 * @param state a key of the message files ends with it
 * @param since when it came or was closed
 * @param why what the patient was told where it could not be dealt with; nothing else
 * @param body null for what may be from somebody else: it is not shown
 * @param unread messages that were not shown yet
 * @param calls that came of it; none for a carer
 */
record AccountRequestPage(
        AccountShell shell,
        @Nullable String of,
        @Nullable String by,
        String title,
        String reference,
        String received,
        AccountRequestState state,
        String since,
        List<String> why,
        @Nullable String body,
        List<FileRow> files,
        int unread,
        List<AccountHomePage.Row> calls) {}
