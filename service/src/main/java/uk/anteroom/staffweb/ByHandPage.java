package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has to be put into the record by hand, the longest overdue first. */
record ByHandPage(List<Row> rows) {

    /**
     * One task.
     *
     * @param action where {@code Done} is posted to
     * @param consultation when it was, or when the message was written
     * @param href of it; null for who may not look at it
     */
    record Row(
            String patient,
            String born,
            String nhsNumber,
            String task,
            String why,
            String consultation,
            String clinician,
            String action,
            @Nullable String href) {}
}
