package uk.anteroom.request;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;

/** Says who looks after a request. */
@Service
public class Assignments {

    private final RequestStore store;
    private final GroupStore groups;
    private final HistoryStore history;
    private final Staff staff;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    Assignments(
            RequestStore store,
            GroupStore groups,
            HistoryStore history,
            Staff staff,
            Audit audit,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.store = store;
        this.groups = groups;
        this.history = history;
        this.staff = staff;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Gives a request to somebody, if it still is whose the page said: of two who take it at once the second does not take it from the first. False then,
     * and if it is closed, or if nobody there can have it.
     */
    public boolean assign(StaffMember by, RequestId id, Assignee from, Assignee to) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            Optional<Name> name = name(by, to);
            if (name.isEmpty() || !store.assign(by.practice(), id, from, to)) {
                return false;
            }
            boolean nobody = to instanceof Assignee.Nobody;
            history.add(
                    by.practice(),
                    id,
                    nobody ? RequestEvent.Kind.UNASSIGNED : RequestEvent.Kind.ASSIGNED,
                    by.id(),
                    RequestRows.staff(to),
                    name.get().group());
            audit.staff(by, nobody ? "request.unassigned" : "request.assigned", "request", id.value());
            events.publishEvent(new RequestsChanged(by.practice()));
            return true;
        });
    }

    /** How a group is called; null for who is none. */
    private record Name(@Nullable String group) {}

    private Optional<Name> name(StaffMember by, Assignee to) {
        return switch (to) {
            case Assignee.Nobody nobody -> Optional.of(new Name(null));
            case Assignee.Member(StaffId member) ->
                staff.find(by.practice(), member).filter(StaffMember::mayInvite).map(found -> new Name(null));
            case Assignee.Group(GroupId group) ->
                groups.holdName(by.practice(), group).map(Name::new);
        };
    }
}
