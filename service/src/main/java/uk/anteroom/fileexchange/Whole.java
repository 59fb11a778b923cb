package uk.anteroom.fileexchange;

import java.util.UUID;

/** What came of a file that was sent in one piece. */
public sealed interface Whole {

    /** It waits to be scanned, as any other. */
    record Kept(UUID file) implements Whole {}

    /** It was not taken; {@code message} is a key of the message files. */
    record NotKept(String message) implements Whole {}
}
