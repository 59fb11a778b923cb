package uk.anteroom.smart;

import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;

/**
 * Who somebody that comes from a clinical system is with us. They say so themselves, once, by signing in here: what the clinical system calls them proves
 * nothing about an account of ours.
 */
@Service
public class SmartAccounts {

    private final SmartStore store;
    private final Staff staff;
    private final Audit audit;
    private final PracticeTransactions transactions;

    SmartAccounts(SmartStore store, Staff staff, Audit audit, PracticeTransactions transactions) {
        this.store = store;
        this.staff = staff;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Empty if they have not said yet, or no longer work there. */
    public Optional<StaffMember> find(SmartSystem system, String subject) {
        return transactions.in(
                system.practice(),
                () -> store.account(system.practice(), system.issuer(), subject)
                        .flatMap(id -> staff.find(system.practice(), id)));
    }

    /** From now on that subject is this member of staff. */
    public void connect(StaffMember by, SmartSystem system, String subject) {
        if (!by.practice().equals(system.practice())) {
            throw new SmartRefused("The clinical system is another practice's");
        }
        transactions.in(by.practice(), () -> {
            store.connect(by.practice(), system.issuer(), subject, by.id());
            audit.staff(by, "smart_account.connected", "staff_member", by.id().value());
        });
    }

    /** They came in from the clinical system. */
    public void entered(StaffMember who) {
        audit.staff(who, "smart_account.entered", "staff_member", who.id().value());
    }
}
