package uk.anteroom.accountweb;

import uk.anteroom.consultation.Consultation;

/** Where a video call stands, as patients are told: nothing of outcomes. */
enum AccountConsultationState {
    INVITED,
    WAITING,
    LIVE,
    OVER,
    CANCELLED,
    EXPIRED;

    static AccountConsultationState of(Consultation consultation) {
        return switch (consultation.state()) {
            case INVITED -> INVITED;
            case WAITING -> WAITING;
            case LIVE -> LIVE;
            case ENDED -> OVER;
            case CANCELLED -> CANCELLED;
            case EXPIRED -> EXPIRED;
        };
    }

    /** Whether it is still to be, or going on. */
    public boolean open() {
        return this == INVITED || this == WAITING || this == LIVE;
    }
}
