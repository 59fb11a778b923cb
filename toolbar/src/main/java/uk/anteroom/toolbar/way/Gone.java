package uk.anteroom.toolbar.way;

/** What came of a press that leads into the browser. */
public sealed interface Gone {

    /** The browser has the page. */
    record There() implements Gone {}

    /** It does not; a sentence says why, and what to do. */
    record Not(String sentence) implements Gone {}

    /** The token works no more. */
    record SignedOut() implements Gone {}
}
