package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What taking over a file would do.
 *
 * @param href under which it is taken over and discarded
 * @param seen stands in the form: the list as it was when this page was made
 * @param warnings what to know before the press
 * @param silent columns that the file does not have
 */
record ListPreviewPage(
        String href,
        String sentAt,
        List<PracticeListPage.Figure> figures,
        List<String> warnings,
        @Nullable String ignored,
        @Nullable String silent,
        String leaving,
        List<String> leavers,
        List<Row> first,
        int notTaken,
        List<PracticeListPage.Refused> refused,
        String seen) {

    /** One of the first lines. */
    record Row(
            String place,
            String name,
            String born,
            String number,
            String reach,
            String meaning,
            boolean fresh,
            boolean changed) {}
}
