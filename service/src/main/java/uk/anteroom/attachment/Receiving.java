package uk.anteroom.attachment;

/** What came of a piece. Whoever sends one twice, or does not know whether it arrived, learns where to go on. */
public sealed interface Receiving {

    /** The piece was taken, and the next one begins here. */
    record Taken(long offset) implements Receiving {}

    /** The piece does not begin where the last one ended and was not taken; it goes on here. */
    record GoOnAt(long offset) implements Receiving {}

    /** There is nothing more to come: the file waits to be scanned, was scanned already, or is refused. */
    record Complete(Attachment attachment) implements Receiving {}

    /** Nobody is sending such a file. */
    record NotFound() implements Receiving {}
}
