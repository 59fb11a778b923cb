package uk.anteroom.publicweb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some answers, of which one is chosen.
 *
 * @param id also the name
 * @param heading whether the legend is the heading of its page
 */
record ChoiceField(
        String id,
        String legend,
        boolean heading,
        @Nullable String hint,
        @Nullable String error,
        List<Option> options) {

    /** The first one's id is the field's, so that a complaint leads there. */
    record Option(
            String id, String value, String text, @Nullable String more, boolean chosen) {}

    public @Nullable String describedBy() {
        return error == null
                ? hint == null ? null : id + "-hint"
                : hint == null ? id + "-error" : id + "-hint " + id + "-error";
    }
}
