package uk.anteroom.practicelist;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.PracticeList;

/** Takes one page of a reading in: patients, counts, and where the next page is, in one commit. */
@Component
class ReadingPage {

    private final ListReadingStore store;
    private final ListStateStore state;
    private final PracticeList list;
    private final Intake intake;
    private final ReadingEnd end;
    private final Clock clock;
    private final PracticeTransactions transactions;

    ReadingPage(
            ListReadingStore store,
            ListStateStore state,
            PracticeList list,
            Intake intake,
            ReadingEnd end,
            Clock clock,
            PracticeTransactions transactions) {
        this.store = store;
        this.state = state;
        this.list = list;
        this.intake = intake;
        this.end = end;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** False if there is nothing more to do: it was the last page, the reading was stopped, or another process goes on with it. */
    boolean take(PracticeId practice, ListReading reading, URI base, RecordAnswer.Page page) {
        return transactions.in(practice, () -> {
            if (!store.turn(practice, reading)) {
                return false;
            }
            if (reading.pages() == 0) {
                sameSystem(practice, base);
            }
            Intake.Outcome outcome = intake.take(practice, page.lines());
            ListReading.Counts counts = reading.counts().plus(outcome.counts());
            Instant upTo = Optional.ofNullable(page.at()).orElseGet(clock::instant);
            store.came(practice, reading.id(), counts, page.next(), upTo);
            store.refuse(practice, reading.id(), outcome.refusals(), store.refusals(practice, reading.id()));
            if (reading.kind() == ListReading.Kind.FULL) {
                store.met(practice, reading.id(), outcome.met());
            }
            if (page.next() != null) {
                return true;
            }
            end.read(practice, reading.id());
            return false;
        });
    }

    /** A practice that changes its clinical system: the new one's ids mean other records. */
    private void sameSystem(PracticeId practice, URI base) {
        String before = state.of(practice).baseUrl();
        if (!base.toString().equals(before)) {
            if (before != null) {
                list.forgetRecords(practice);
            }
            state.base(practice, base.toString());
        }
    }
}
