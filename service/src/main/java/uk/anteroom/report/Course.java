package uk.anteroom.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.anteroom.attempt.Reason;
import uk.anteroom.attempt.SurveyAnswer;
import uk.anteroom.call.Check;
import uk.anteroom.consultation.ConsultationState;

/**
 * How one consultation went, from the letter to the answer. Names nobody, not even by an id.
 *
 * @param met whether they were connected in any attempt
 * @param reason of the last attempt that is over; one to which nobody came says less than one before it
 * @param undelivered whether no letter arrived and none is on its way
 * @param opened whether a link was opened
 * @param closed whether a link was closed after wrong dates of birth and nobody passed the check
 * @param letInAt for the first time
 */
record Course(
        Instant openedAt,
        ConsultationState state,
        boolean met,
        @Nullable Reason reason,
        boolean undelivered,
        boolean opened,
        boolean closed,
        @Nullable Instant arrivedAt,
        @Nullable Instant letInAt,
        Check.@Nullable Browser browser,
        Check.@Nullable System system,
        @Nullable SurveyAnswer answer) {

    /** They may still meet. */
    boolean underWay() {
        return !met && state.open();
    }

    boolean lost() {
        return met && reason == Reason.CONNECTED_THEN_LOST;
    }

    boolean came() {
        return arrivedAt != null;
    }

    /** From arrival to admission, of who was let in. */
    @Nullable Duration waited() {
        return arrivedAt == null || letInAt == null ? null : Duration.between(arrivedAt, letInAt);
    }

    /** Why nobody met; for one that is over. */
    Why why() {
        Why told = reason == null || reason == Reason.NOBODY_CAME ? null : Why.of(reason);
        if (told != null) {
            return told;
        }
        if (closed) {
            return Why.IDENTITY_CLOSED;
        }
        if (undelivered) {
            return Why.LETTER_NOT_DELIVERED;
        }
        if (state == ConsultationState.CANCELLED) {
            return Why.WITHDRAWN;
        }
        return opened ? Why.NOBODY_CAME : Why.LINK_NOT_OPENED;
    }
}
