package uk.anteroom.intake;

import java.util.List;

/**
 * What is wrong with an answer, or that there is none.
 *
 * @param field of the page that asks
 * @param message a key of the message files
 */
public record Problem(Step step, String field, String message, List<Object> arguments) {}
