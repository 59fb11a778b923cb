package uk.anteroom.accountweb;

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

    /** Of the tag. */
    public String icon() {
        return icon;
    }

    /** The tag's own class; empty for a plain one. */
    public String look() {
        return look;
    }
}
