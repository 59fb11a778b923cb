package uk.anteroom.fileexchange;

import org.jspecify.annotations.Nullable;

/**
 * A file as it stands below a message.
 *
 * @param id of its element
 * @param about its kind and size, or why it can't be opened
 * @param href null while it can't be opened, or for ever
 * @param picture of a small picture of it; null if there is none
 */
public record FileRow(
        String id,
        String name,
        String about,
        @Nullable String href,
        @Nullable String picture) {}
