package uk.anteroom.request;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;

/** The groups of staff who share an inbox. A practice manager keeps them. */
@Service
public class InboxGroups {

    /** More than a list beside the inbox has room for. */
    public static final int MOST = 20;
    /** Of a name, in characters. */
    public static final int LONGEST_NAME = 40;

    private final GroupStore store;
    private final RequestStore requests;
    private final HistoryStore history;
    private final Staff staff;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    InboxGroups(
            GroupStore store,
            RequestStore requests,
            HistoryStore history,
            Staff staff,
            Audit audit,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.store = store;
        this.requests = requests;
        this.history = history;
        this.staff = staff;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /** What came of saving a group. */
    public enum Saved {
        YES,
        NAME_TAKEN,
        TOO_MANY
    }

    /** All of a practice, by name. */
    public List<InboxGroup> all(PracticeId practice) {
        return transactions.in(practice, () -> store.all(practice));
    }

    /**
     * Makes a group, or changes it. Who does not work there, or sees no requests, is left out.
     *
     * @param name 1 to {@link #LONGEST_NAME} characters
     */
    public Saved save(StaffMember by, GroupId id, String name, Set<StaffId> members) {
        by.mustManage();
        return transactions.in(by.practice(), () -> {
            store.hold(by.practice());
            List<InboxGroup> all = store.all(by.practice());
            if (all.stream()
                    .anyMatch(group -> !group.id().equals(id) && group.name().equalsIgnoreCase(name))) {
                return Saved.NAME_TAKEN;
            }
            if (all.size() >= MOST && all.stream().noneMatch(group -> group.id().equals(id))) {
                return Saved.TOO_MANY;
            }
            Set<StaffId> working = staff.whoInvite(by.practice()).stream()
                    .map(StaffMember::id)
                    .filter(members::contains)
                    .collect(Collectors.toUnmodifiableSet());
            store.put(by.practice(), id, name, working);
            audit.staff(by, "inbox_group.saved", "inbox_group", id.value());
            events.publishEvent(new RequestsChanged(by.practice()));
            return Saved.YES;
        });
    }

    /** Takes a group away; what was open in it is nobody's again. */
    public void delete(StaffMember by, GroupId id) {
        by.mustManage();
        transactions.in(by.practice(), () -> {
            store.hold(by.practice());
            if (!store.delete(by.practice(), id)) {
                return;
            }
            for (RequestId request : requests.unassign(by.practice(), id)) {
                history.add(by.practice(), request, RequestEvent.Kind.UNASSIGNED, by.id());
            }
            audit.staff(by, "inbox_group.deleted", "inbox_group", id.value());
            events.publishEvent(new RequestsChanged(by.practice()));
        });
    }
}
