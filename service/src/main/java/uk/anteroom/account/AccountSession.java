package uk.anteroom.account;

import java.time.Instant;

/**
 * A place where an account is signed in.
 *
 * @param device in words, such as "Chrome on Android"
 */
public record AccountSession(AccountSessionId id, SignInWay way, String device, Instant createdAt, Instant seenAt) {}
