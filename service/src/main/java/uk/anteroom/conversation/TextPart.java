package uk.anteroom.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a message: words, or a web address that may be pressed.
 *
 * @param shown letter by letter as it was written, an address too
 * @param host where an address really leads; null for words
 */
public record TextPart(String shown, @Nullable String host) {}
