package uk.anteroom.staffweb;

import org.jspecify.annotations.Nullable;

/**
 * What a patient who waits has asked for, and how to call them back.
 *
 * @param url where it is looked up anew
 * @param wish in a sentence; null if they asked for nothing
 * @param ringHref to ring them, where they asked for it and a number is known
 * @param recall null while they are on their page, or cannot be reached
 */
record CallBack(
        String url,
        @Nullable String wish,
        @Nullable String ringHref,
        @Nullable Recall recall) {

    /** Nobody waits. */
    static CallBack nobody(String url) {
        return new CallBack(url, null, null, null);
    }
}
