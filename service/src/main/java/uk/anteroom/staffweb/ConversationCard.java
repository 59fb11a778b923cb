package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.conversation.TextPart;
import uk.anteroom.fileexchange.FileRow;

/**
 * The conversation with a patient, oldest first.
 *
 * @param href where it is looked up anew
 * @param request on whose page it stands; null on the Patient page
 * @param moving whether a letter or an entry is still on its way, so that the page looks again by itself
 */
public record ConversationCard(String href, @Nullable String request, boolean moving, List<Row> rows) {

    /**
     * One message.
     *
     * @param ours whether the practice wrote it
     * @param carer that a carer wrote it and not the patient; null if not
     * @param about what is wanted and how far it has come, or that it is read
     * @param trouble what went wrong with its letter, and what to do; null if nothing
     * @param refused that somebody else came by its link; null if nobody did
     * @param record how far it and its files have come on their way to the record; nothing if they do not go there
     * @param reading where it is posted that somebody has read it; null where that is not asked
     */
    public record Row(
            String id,
            boolean ours,
            String who,
            @Nullable String carer,
            String when,
            List<TextPart> parts,
            List<FileRow> files,
            String about,
            @Nullable String trouble,
            @Nullable String refused,
            List<String> record,
            @Nullable String reading) {}
}
