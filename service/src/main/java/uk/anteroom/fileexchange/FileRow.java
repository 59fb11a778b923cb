package uk.anteroom.fileexchange;

import org.jspecify.annotations.Nullable;

/**
 * A file as it stands below a message.
 *
 * @param id of its element
 * @param about its kind and size, or why it can't be opened
 * @param open where it is looked at; null while it can't be opened, or for ever
 * @param download where it is fetched to be kept; null as that
 * @param picture of a small picture of it; null if there is none
 * @param newTab whether it opens in one
 */
public record FileRow(
        String id,
        String name,
        String about,
        @Nullable String open,
        @Nullable String download,
        @Nullable String picture,
        boolean newTab) {}
