package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.anteroom.conversation.ConversationVisit;
import uk.anteroom.conversation.ConversationVisits;
import uk.anteroom.invitation.Visits;

/** Whose conversation a device may read: one that is in a call, or one that came by the link of a letter. */
@Component
class ConversationReader {

    private final Visits calls;
    private final ConversationVisits letters;

    ConversationReader(Visits calls, ConversationVisits letters) {
        this.calls = calls;
        this.letters = letters;
    }

    Optional<ConversationVisit> of(HttpServletRequest request, ConversationPlace place) {
        return switch (place) {
            case PAGE -> DeviceCookie.CONVERSATION.read(request).flatMap(letters::of);
            case CALL ->
                DeviceCookie.PATIENT
                        .read(request)
                        .flatMap(calls::of)
                        .map(visit -> new ConversationVisit(
                                visit.practice(), visit.consultation().patient()));
        };
    }
}
