package uk.anteroom.practicelist;

import java.util.List;
import java.util.Set;

/** What a file of patients says. */
sealed interface ListFile {

    /**
     * It can be read.
     *
     * @param columns those it has
     * @param ignored headings we do not know
     */
    record Read(List<Line> lines, Set<ListColumn> columns, List<String> ignored) implements ListFile {}

    /** It cannot. */
    record Unreadable(Problem problem, List<ListColumn> missing) implements ListFile {}

    /** Why a file as a whole cannot be read. */
    enum Problem {
        /** Nothing in it, or only a heading. */
        EMPTY,
        /** A spreadsheet, a picture: not text. */
        NOT_TEXT,
        /** Columns that are needed are not there. */
        MISSING_COLUMNS,
        /** Two columns mean the same. */
        SAME_COLUMN_TWICE,
        /** A quotation mark that is never closed, or stands where none can. */
        BROKEN_QUOTES,
        /** More lines than a practice has patients. */
        TOO_MANY_LINES
    }
}
