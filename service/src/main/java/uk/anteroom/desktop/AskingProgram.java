package uk.anteroom.desktop;

import java.time.Instant;

/**
 * A program that waits for an answer.
 *
 * @param near whether it asks from the network of whoever looks; a stranger who wants to be let in usually does not
 */
public record AskingProgram(String userCode, ProgramKind kind, Instant askedAt, boolean near) {}
