package uk.anteroom.practice;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** The practices we serve. */
@Service
public class Practices {

    private final PracticeStore store;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    Practices(PracticeStore store, ApplicationEventPublisher events, PracticeTransactions transactions) {
        this.store = store;
        this.events = events;
        this.transactions = transactions;
    }

    /** The practice a public code belongs to, or belonged to once: links of that time still lead there. */
    public Optional<PracticeId> withCode(String publicCode) {
        return store.findByCode(publicCode);
    }

    /** The practice itself. Throws {@link IllegalStateException} for an id that is none of ours. */
    public Practice get(PracticeId id) {
        return transactions
                .in(id, () -> store.find(id))
                .orElseThrow(() -> new IllegalStateException("No practice " + id));
    }

    /**
     * Whether addresses are hidden. It stays so until the caller's transaction ends: what is opened in it is either told
     * now or found by whoever changes the setting.
     */
    public boolean alwaysRelay(PracticeId id) {
        return transactions.in(id, () -> store.holdAlwaysRelay(id));
    }

    /** Tells consultations that ended by telephone apart when they are coded, or no longer. */
    public void codesTelephone(StaffMember by, boolean on) {
        by.mustManage();
        transactions.in(by.practice(), () -> {
            if (store.codesTelephone(by.practice(), on)) {
                events.publishEvent(new CodesTelephoneChanged(by, on));
            }
        });
    }

    /** Hides the addresses of staff and patients from each other, or no longer. */
    public void alwaysRelay(StaffMember by, boolean on) {
        by.mustManage();
        transactions.in(by.practice(), () -> {
            if (store.alwaysRelay(by.practice(), on)) {
                events.publishEvent(new AlwaysRelayChanged(by, on));
            }
        });
    }

    /** Patients ring the practice there from now on. */
    public void telephone(StaffMember by, PracticeTelephone number) {
        change(by, "practice.telephone_changed", () -> store.telephone(by.practice(), number.value()));
    }

    /** Links that are sent from now on work so long. */
    public void linkLife(StaffMember by, LinkLife life) {
        change(
                by,
                "practice.link_life_changed",
                () -> store.linkHours(by.practice(), life.value().toHours()));
    }

    /**
     * Links and the public page go by this code from now on; the former one still leads there. False if another practice has it, or ever had: it may stand in a
     * link.
     */
    public boolean publicCode(StaffMember by, PublicCode code) {
        try {
            change(by, "practice.public_code_changed", () -> store.publicCode(by.practice(), code.value()));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private void change(StaffMember by, String act, BooleanSupplier change) {
        by.mustManage();
        transactions.in(by.practice(), () -> {
            if (change.getAsBoolean()) {
                events.publishEvent(new SettingChanged(by, act));
            }
        });
    }
}
