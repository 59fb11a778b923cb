package uk.anteroom.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey of an account.
 *
 * @param name as its owner calls it
 * @param usedAt null until it was used
 */
public record Passkey(
        PasskeyId id,
        String name,
        Instant createdAt,
        @Nullable Instant usedAt) {}
