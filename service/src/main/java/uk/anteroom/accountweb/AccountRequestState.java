package uk.anteroom.accountweb;

import java.util.Locale;
import org.springframework.context.MessageSource;
import uk.anteroom.request.Assignee;
import uk.anteroom.request.Closing;
import uk.anteroom.request.PatientRequest;

/** Where a request stands, as patients are told. */
enum AccountRequestState {
    RECEIVED("mail", ""),
    LOOKED_AT("person", "a-tag--info"),
    DONE("tick", "a-tag--good"),
    NOT_DONE("cross", "a-tag--bad");

    private final String icon;
    private final String look;

    AccountRequestState(String icon, String look) {
        this.icon = icon;
        this.look = look;
    }

    static AccountRequestState of(PatientRequest request) {
        Closing closing = request.closing();
        if (closing != null) {
            return closing.outcome() == Closing.Outcome.COMPLETED ? DONE : NOT_DONE;
        }
        return request.assignee() instanceof Assignee.Nobody ? RECEIVED : LOOKED_AT;
    }

    /** What a request is called: not by its own words where they may be somebody else's, which are for the practice alone. */
    static String title(PatientRequest request, MessageSource messages, Locale locale) {
        return request.fromStranger() ? messages.getMessage("account.request.unsigned", null, locale) : request.title();
    }

    /** Of the tag. */
    public String icon() {
        return icon;
    }

    /** The tag's own class; empty for a plain one. */
    public String look() {
        return look;
    }
}
