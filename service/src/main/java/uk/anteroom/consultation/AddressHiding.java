package uk.anteroom.consultation;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.anteroom.audit.Audit;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Veto;
import uk.anteroom.practice.AlwaysRelayChanged;

/** Takes a practice's decision about addresses to its calls, and forbids one that no call could keep. */
@Component
class AddressHiding {

    private final Calls calls;
    private final Audit audit;

    AddressHiding(Calls calls, Audit audit) {
        this.calls = calls;
        this.audit = audit;
    }

    @EventListener
    void on(AlwaysRelayChanged event) {
        if (event.on() && !calls.hasRelay()) {
            throw new Veto("There is no relay");
        }
        var by = event.by();
        calls.relayOnly(by.practice(), event.on());
        audit.staff(
                by,
                event.on() ? "practice.always_relay_on" : "practice.always_relay_off",
                "practice",
                by.practice().value());
    }
}
