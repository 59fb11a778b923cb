package uk.anteroom.alert;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.duty.DutyList;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;

/** Who is told of what. A practice manager says so. */
@Service
public class AlertRules {

    private final AlertRuleStore store;
    private final DutyList duty;
    private final Staff staff;
    private final Audit audit;
    private final PracticeTransactions transactions;

    AlertRules(AlertRuleStore store, DutyList duty, Staff staff, Audit audit, PracticeTransactions transactions) {
        this.store = store;
        this.duty = duty;
        this.staff = staff;
        this.audit = audit;
        this.transactions = transactions;
    }

    public AlertRule of(PracticeId practice, AlertKind kind) {
        return transactions
                .in(practice, () -> store.find(practice, kind))
                .orElseGet(() -> new AlertRule(kind.first(), Set.of()));
    }

    /** Holds for whatever comes in from now on. */
    public void set(StaffMember by, AlertKind kind, AlertRule rule) {
        by.mustManage();
        transactions.in(by.practice(), () -> {
            if (!of(by.practice(), kind).equals(rule)) {
                store.put(by.practice(), kind, rule);
                audit.staff(
                        by,
                        "practice.alert_" + kind.word() + "_changed",
                        "practice",
                        by.practice().value());
            }
        });
    }

    /** Who is told as the rule and the duty list are now: of those who may see what came in, and work there still. */
    List<StaffId> told(PracticeId practice, AlertKind kind) {
        AlertRule rule = of(practice, kind);
        Set<StaffId> meant =
                switch (rule.told()) {
                    case NOBODY -> Set.of();
                    case ON_DUTY -> duty.of(practice).staff();
                    case CHOSEN -> rule.chosen();
                };
        return meant.isEmpty()
                ? List.of()
                : staff.whoInvite(practice).stream()
                        .map(StaffMember::id)
                        .filter(meant::contains)
                        .toList();
    }
}
