package uk.anteroom.patientweb;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.conversation.TextPart;
import uk.anteroom.fileexchange.FileRow;
import uk.anteroom.web.Complaint;
import uk.anteroom.web.TextArea;

/**
 * The conversation as the patient reads it, oldest first.
 *
 * @param address where it is read, and replies are posted
 * @param inCall whether it stands beside the picture of a call
 * @param inAccount whether its reader is signed in
 * @param reply null where no reply is asked for
 * @param writesFor whom a carer writes for; null for the patient, and where nothing is written
 * @param sent whether a reply was sent just now
 */
record ConversationPage(
        String address,
        boolean inCall,
        boolean inAccount,
        String practiceName,
        String practiceTelephone,
        String practiceTelephoneHref,
        List<Row> rows,
        @Nullable Reply reply,
        @Nullable String writesFor,
        boolean sent,
        List<Complaint> complaints) {

    /**
     * One message.
     *
     * @param own whether the patient wrote it, or a carer for them
     * @param about null where there is nothing more to say
     */
    record Row(
            boolean own,
            String who,
            String when,
            List<TextPart> parts,
            List<FileRow> files,
            @Nullable String about) {}

    /**
     * The form that answers.
     *
     * @param answered the message that asks
     * @param formKey names this press of the button
     */
    record Reply(
            String answered,
            TextArea text,
            List<Attached> files,
            @Nullable String filesError,
            UUID formKey) {}

    /** A file that was sent before the form came back. */
    record Attached(String id, String name) {}
}
