package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.AccountVisits;
import uk.anteroom.conversation.ConversationVisit;
import uk.anteroom.conversation.ConversationVisits;
import uk.anteroom.invitation.Visits;
import uk.anteroom.practice.Practices;
import uk.anteroom.web.KeyCookie;

/** Whose conversation a device may read: one that is in a call, one that came by the link of a letter, or one that is signed in. */
@Component
class ConversationReader {

    private final AccountVisits accounts;
    private final Practices practices;
    private final Visits calls;
    private final ConversationVisits letters;

    ConversationReader(AccountVisits accounts, Practices practices, Visits calls, ConversationVisits letters) {
        this.accounts = accounts;
        this.practices = practices;
        this.calls = calls;
        this.letters = letters;
    }

    /** Whether whoever is signed in acts for another. */
    boolean isCarer(HttpServletRequest request) {
        return KeyCookie.ACCOUNT
                .read(request)
                .flatMap(accounts::of)
                .filter(AccountVisit::actsForAnother)
                .isPresent();
    }

    Optional<ConversationVisit> of(HttpServletRequest request, ConversationPlace place) {
        return switch (place) {
            case PAGE -> DeviceCookie.CONVERSATION.read(request).flatMap(letters::of);
            case ACCOUNT, CARER ->
                KeyCookie.ACCOUNT
                        .read(request)
                        .flatMap(accounts::of)
                        .map(visit -> new ConversationVisit(
                                practices.get(visit.practice()),
                                visit.patient(),
                                visit.actsForAnother() ? visit.holder() : null));
            case CALL ->
                DeviceCookie.PATIENT
                        .read(request)
                        .flatMap(calls::of)
                        .map(visit -> new ConversationVisit(
                                visit.practice(), visit.consultation().patient()));
        };
    }
}
