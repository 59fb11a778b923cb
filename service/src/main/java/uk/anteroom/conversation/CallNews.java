package uk.anteroom.conversation;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.anteroom.call.Calls;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Consultations;

/** Whoever is in a call, or waits for one, hears of the conversation there. */
@Component
class CallNews {

    /** Under which both pages of a call look for what is new. */
    private static final String TOPIC = "message";

    private final Consultations consultations;
    private final Calls calls;

    CallNews(Consultations consultations, Calls calls) {
        this.consultations = consultations;
        this.calls = calls;
    }

    @EventListener
    void on(ConversationChanged changed) {
        consultations.ofPatient(changed.practice(), changed.patient()).stream()
                .filter(Consultation::reachable)
                .forEach(consultation -> calls.tell(changed.practice(), consultation.call(), TOPIC));
    }
}
