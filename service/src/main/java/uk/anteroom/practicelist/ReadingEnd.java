package uk.anteroom.practicelist;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.PracticeList;

/** Ends a reading. Only one that has seen everything says who left. */
@Component
class ReadingEnd {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingEnd.class);

    /**
     * An answer that lacks many is more often a fault than a flood of removals: an empty page must not empty a list. So many, or a tenth of the
     * list if that is more, leave by themselves; beyond it somebody says that it is right.
     */
    private static final int FEW = 20;

    private static final int TENTH = 10;

    private final ListReadingStore store;
    private final ListStateStore state;
    private final PracticeList list;
    private final Audit audit;
    private final PracticeTransactions transactions;

    ReadingEnd(
            ListReadingStore store,
            ListStateStore state,
            PracticeList list,
            Audit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.state = state;
        this.list = list;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The last page was taken in; within its transaction. */
    void read(PracticeId practice, ListReadingId id) {
        ListReading reading = store.find(practice, id).orElseThrow();
        boolean full = reading.kind() == ListReading.Kind.FULL;
        List<PatientId> missing = full ? list.allBut(practice, store.met(practice, id)) : List.of();
        boolean tooMany =
                !reading.manyMayLeave() && missing.size() > Math.max(FEW, (list.count(practice) + TENTH - 1) / TENTH);
        int gone = tooMany ? 0 : list.leave(practice, missing);
        store.end(
                practice,
                id,
                ListReading.State.DONE,
                tooMany ? ReadingProblem.MANY_MISSING : null,
                gone,
                tooMany ? missing.size() : 0);
        store.forgetOld(practice);
        boolean changed = reading.counts().changesSomething() || gone > 0;
        state.read(practice, reading.readUpTo(), full && !tooMany, changed);
        audit.system(practice, "practice_list.read", "list_reading", id.value());
        LOG.info(
                "List reading {} done: {} pages, {} seen, {} new, {} changed, {} left, {} refused",
                id,
                reading.pages(),
                reading.counts().seen(),
                reading.counts().added(),
                reading.counts().changed(),
                reading.counts().gone() + gone,
                reading.counts().refused());
    }

    void failed(PracticeId practice, ListReadingId id, ReadingProblem problem) {
        transactions.in(practice, () -> {
            ListReading reading = store.find(practice, id).orElseThrow();
            if (store.end(practice, id, ListReading.State.FAILED, problem, 0, 0)) {
                // what its pages brought before stays, and earlier previews are old by it
                state.read(practice, null, false, reading.counts().changesSomething());
                audit.system(practice, "practice_list.reading_failed", "list_reading", id.value());
            }
        });
    }
}
