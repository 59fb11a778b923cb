package uk.anteroom.intake;

import uk.anteroom.request.RequestId;

/** What came of sending a request. The same whether its sender is on the list or not. */
public sealed interface Sending {

    /** The practice has it, since now or since an earlier press. */
    record Sent(RequestId request) implements Sending {}

    /** There is no right answer to this question. */
    record Unfinished(Step step) implements Sending {}

    /** Too many come from there. Nothing is lost. */
    record TooMany() implements Sending {}

    /** It is too old, or was deleted. */
    record Gone() implements Sending {}
}
