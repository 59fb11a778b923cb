package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.web.SelectField;

/**
 * The letters of a practice, and in which languages it has words of its own for them.
 *
 * @param note what was done just now; null if nothing
 * @param good whether it went well
 */
record LettersPage(List<Group> groups, @Nullable String note, boolean good) {

    /** Letters that belong together. */
    record Group(String title, List<Letter> letters) {}

    /** One kind of letter. */
    record Letter(String title, String about, List<Way> ways) {}

    /**
     * One channel of it.
     *
     * @param own links to the practice's own words
     * @param languages those in which there are none yet
     */
    record Way(String title, String href, List<Own> own, SelectField languages) {}

    /** A language with words of the practice's own, and how they begin. */
    record Own(String href, String language, String tag, String begins) {}
}
