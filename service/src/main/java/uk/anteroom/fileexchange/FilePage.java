package uk.anteroom.fileexchange;

import org.jspecify.annotations.Nullable;

/**
 * A picture on a page of its own.
 *
 * @param staff whose page it is, for its looks
 * @param back where the conversation is; null if it stands in another tab, beside a call
 */
public record FilePage(
        String name,
        String image,
        String download,
        boolean staff,
        @Nullable String back) {

    static final String VIEW = "layout/file";
}
