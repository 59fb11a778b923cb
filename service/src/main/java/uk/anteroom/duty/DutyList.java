package uk.anteroom.duty;

import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;

/** The list of who is on duty. */
@Service
public class DutyList {

    private final DutyStore store;
    private final Audit audit;
    private final PracticeTransactions transactions;

    DutyList(DutyStore store, Audit audit, PracticeTransactions transactions) {
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
    }

    public Duty of(PracticeId practice) {
        return transactions.in(practice, () -> new Duty(store.staff(practice), store.after(practice)));
    }

    /** Puts these on duty and nobody else. Those who wait already keep the time they were given. */
    public void set(StaffMember by, Duty duty) {
        by.mustManage();
        transactions.in(by.practice(), () -> {
            if (!of(by.practice()).equals(duty)) {
                store.clear(by.practice());
                duty.staff().forEach(one -> store.add(by.practice(), one));
                store.after(by.practice(), duty.after());
                audit.staff(
                        by, "practice.duty_changed", "practice", by.practice().value());
            }
        });
    }
}
