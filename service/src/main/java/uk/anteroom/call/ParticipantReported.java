package uk.anteroom.call;

import java.util.UUID;
import uk.anteroom.kernel.PracticeId;

/**
 * A participant's page told what it has measured so far, while the call was not over.
 *
 * @param session stands for that page: another one of the same participant measures anew
 */
public record ParticipantReported(
        PracticeId practice,
        CallId call,
        ParticipantId participant,
        ParticipantRole role,
        UUID session,
        Figures figures) {}
