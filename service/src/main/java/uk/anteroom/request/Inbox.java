package uk.anteroom.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;

/** The lists in which staff find the requests of their practice. */
@Service
public class Inbox {

    /** Counted up to here: whoever has more needs people, not a number. */
    public static final int MOST_COUNTED = 1000;
    /** As many as a badge in the header has room for. */
    public static final int MOST_IN_HEADER = 100;

    private final InboxStore store;
    private final PracticeTransactions transactions;

    Inbox(InboxStore store, PracticeTransactions transactions) {

        this.store = store;
        this.transactions = transactions;
    }

    /** A page of a list: emergency and urgent first, then the oldest; closed ones the newest first. */
    public InboxPage page(StaffMember by, Box box, InboxFilter filter, @Nullable InboxPlace after) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> store.page(by.practice(), by.id(), box, filter, after));
    }

    /** How many are in each list of open ones, up to {@link #MOST_COUNTED}. */
    public SequencedMap<Box, Integer> counts(StaffMember by, List<InboxGroup> shown) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            SequencedMap<Box, Integer> counts = new LinkedHashMap<>();
            count(by, new Box.Unassigned(), counts);
            count(by, new Box.Mine(), counts);
            shown.forEach(group -> count(by, new Box.OfGroup(group.id()), counts));
            count(by, new Box.AllOpen(), counts);
            return counts;
        });
    }

    /** How many are open, up to {@link #MOST_IN_HEADER}. */
    public int open(StaffMember by) {
        return transactions.in(
                by.practice(), () -> store.count(by.practice(), by.id(), new Box.AllOpen(), MOST_IN_HEADER));
    }

    private void count(StaffMember by, Box box, Map<Box, Integer> counts) {
        counts.put(box, store.count(by.practice(), by.id(), box, MOST_COUNTED));
    }
}
