package uk.anteroom.attempt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to meet, as it ended.
 *
 * @param number from 1; a call that is reopened begins a new one
 * @param phoneAt when it first went on by telephone, if it did
 */
public record Attempt(int number, Reason reason, @Nullable Instant phoneAt, Measured measured) {}
