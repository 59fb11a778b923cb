package uk.anteroom.guest;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.anteroom.audit.Audit;
import uk.anteroom.call.Calls;
import uk.anteroom.call.ParticipantAdmitted;
import uk.anteroom.call.ParticipantHeld;
import uk.anteroom.call.ParticipantRemoved;
import uk.anteroom.call.Veto;
import uk.anteroom.consultation.ConsultationOver;

/** Follows what happens to guests in the call, in the same transaction; forbids what the patient has not agreed to. */
@Component
class GuestListener {

    private final GuestStore store;
    private final Calls calls;
    private final Audit audit;

    GuestListener(GuestStore store, Calls calls, Audit audit) {
        this.store = store;
        this.calls = calls;
        this.audit = audit;
    }

    @EventListener
    void on(ParticipantAdmitted event) {
        store.inSeat(event.practice(), event.participant()).ifPresent(guest -> {
            if (guest.awaitsAgreement()) {
                throw new Veto("The patient has not agreed");
            }
            audit.system(event.practice(), "guest.admitted", "guest", guest.id().value());
        });
    }

    @EventListener
    void on(ParticipantHeld event) {
        store.inSeat(event.practice(), event.participant())
                .ifPresent(guest -> audit.system(
                        event.practice(),
                        event.on() ? "guest.set_aside" : "guest.brought_back",
                        "guest",
                        guest.id().value()));
    }

    @EventListener
    void on(ParticipantRemoved event) {
        store.inSeat(event.practice(), event.participant()).ifPresent(guest -> {
            if (store.removed(event.practice(), guest.id())) {
                audit.system(
                        event.practice(), "guest.removed", "guest", guest.id().value());
                calls.tell(event.practice(), event.call(), Guests.TOPIC);
            }
        });
    }

    @EventListener
    void on(ConsultationOver event) {
        store.eraseLinks(event.practice(), event.consultation());
    }
}
