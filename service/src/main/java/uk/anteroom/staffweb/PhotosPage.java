package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The panel of photos.
 *
 * @param rows newest first
 * @param asking whether a question is open, so that no other can be asked
 */
record PhotosPage(String href, String patient, List<Row> rows, boolean asking, List<Choice> sites, List<Choice> sides) {

    /**
     * One of them.
     *
     * @param href of the photo; its picture is at {@code /image} below it
     * @param kept there is a picture
     * @param open the question can be taken back
     * @param savable whoever looks may put it into the record
     * @param record how far it has come there; null if nobody has put it there
     */
    record Row(
            String href,
            String of,
            String state,
            boolean kept,
            boolean open,
            boolean savable,
            @Nullable String record) {}

    /** One line of a list to choose from. */
    record Choice(String value, String text, boolean sided) {}
}
