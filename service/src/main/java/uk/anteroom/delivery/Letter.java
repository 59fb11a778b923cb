package uk.anteroom.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.Channel;

/**
 * A letter and what became of it.
 *
 * @param nextTryAt when it is tried again; null if it is not waiting
 * @param maybeTwice whether it may have been sent twice, after an unclear answer
 */
public record Letter(
        LetterId id,
        Channel channel,
        String occasion,
        UUID subject,
        LetterState state,
        int tries,
        @Nullable Instant firstTriedAt,
        @Nullable Instant nextTryAt,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        boolean maybeTwice,
        @Nullable Problem problem,
        Instant createdAt) {}
