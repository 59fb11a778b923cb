package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.Complaint;
import uk.anteroom.web.FileField;

/**
 * How the practice list is kept in step.
 *
 * @param system whether there is a clinical system to read
 * @param reading the one that runs, else the last one
 * @param earlier those before it
 */
record PracticeListPage(
        String patients,
        boolean system,
        Checkbox regularly,
        @Nullable Reading reading,
        List<Earlier> earlier,
        FileField file,
        List<Column> columns,
        @Nullable String note,
        boolean good,
        List<Complaint> complaints) {

    /**
     * A reading.
     *
     * @param href under which it can be ended, and its refusals fetched
     * @param kind of the note: {@code good}, {@code wait}, {@code bad}, or nothing while it runs
     * @param advice what to do; null if nothing
     * @param manyMissing whether somebody must say that it is right if so many leave
     */
    record Reading(
            String href,
            boolean running,
            String kind,
            String title,
            String text,
            @Nullable String advice,
            List<Figure> figures,
            boolean manyMissing,
            int notTaken,
            List<Refused> refused) {}

    /** A figure and what it counts. */
    record Figure(String label, String number) {}

    /** A line that was not taken, or not wholly. */
    record Refused(String place, String number, String name, String why) {}

    /** A reading before the last. */
    record Earlier(String when, String what, String result) {}

    /** A column of a file: its heading, and what stands in it. */
    record Column(String heading, boolean needed, String holds) {}
}
