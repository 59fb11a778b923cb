package uk.anteroom.attachment;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a file. Hides itself when printed.
 *
 * @param thumbnail a small JPEG; null for what is no picture
 */
record MadeAnew(FileKind kind, byte[] bytes, byte @Nullable [] thumbnail) {

    @Override
    public String toString() {
        return "MadeAnew(hidden)";
    }
}
