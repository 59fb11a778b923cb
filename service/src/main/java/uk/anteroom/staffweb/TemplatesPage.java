package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The templates of a practice.
 *
 * @param note what was done just now; null if nothing
 * @param good whether it went well
 */
record TemplatesPage(List<Row> rows, @Nullable String note, boolean good) {

    /** One of them: how it begins, what it asks for, who changed it last and when. */
    record Row(String href, String name, String begins, String kind, String changed) {}
}
