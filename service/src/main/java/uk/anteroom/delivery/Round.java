package uk.anteroom.delivery;

import java.util.Iterator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** Asks one carrier after the other, at once, until one takes the letter. */
@Component
class Round {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final LetterStore store;
    private final LetterDesk desk;
    private final Carriers carriers;
    private final ReceiptJob receipts;
    private final PracticeTransactions transactions;

    Round(
            LetterStore store,
            LetterDesk desk,
            Carriers carriers,
            ReceiptJob receipts,
            PracticeTransactions transactions) {
        this.store = store;
        this.desk = desk;
        this.carriers = carriers;
        this.receipts = receipts;
        this.transactions = transactions;
    }

    /** Answers why nobody took it; empty if there is nothing left to be done. */
    Optional<Problem> walk(PracticeId practice, LetterId id, Channel channel) {
        Iterator<Carrier> order = carriers.of(channel).iterator();
        if (!order.hasNext()) {
            transactions.in(practice, () -> store.failed(practice, id, Problem.NOT_SET_UP));
            LOG.error("Letter {} failed: nobody carries {}", id, channel);
            return Optional.empty();
        }
        Optional<Problem> open = Optional.of(Problem.UNREACHABLE);
        boolean goOn = true;
        while (goOn && order.hasNext()) {
            Carrier carrier = order.next();
            Optional<LetterDesk.Written> written = desk.take(practice, id, carrier.name());
            if (written.isEmpty()) {
                return Optional.empty();
            }
            Handover answer = carriers.handOver(carrier, written.get().parcel());
            open = noted(practice, written.get().letter(), carrier, answer);
            // after an unclear answer somebody else would be a second letter: its carrier is asked first
            goOn = answer instanceof Handover.NotNow;
        }
        return open;
    }

    private Optional<Problem> noted(PracticeId practice, Letter letter, Carrier carrier, Handover answer) {
        LetterId id = letter.id();
        return transactions.in(practice, () -> switch (answer) {
            case Handover.Taken taken -> {
                store.sent(practice, id);
                receipts.follow(practice, id, carrier);
                LOG.info("Letter {} handed to {} at try {}", id, carrier.name(), letter.tries());
                yield Optional.<Problem>empty();
            }
            case Handover.Refused(Problem problem) -> {
                store.failed(practice, id, problem);
                LOG.info("Letter {} refused by {}: {}", id, carrier.name(), problem);
                yield Optional.<Problem>empty();
            }
            case Handover.NotNow(Problem problem) -> {
                store.notTaken(practice, id);
                LOG.warn("Letter {} not taken by {} at try {}: {}", id, carrier.name(), letter.tries(), problem);
                yield Optional.of(problem);
            }
            // Once more with the same reference, so that the far side can tell; after that it counts as sent.
            case Handover.Unclear unclear
            when letter.maybeTwice() && !carrier.canBeAsked() -> {
                store.sent(practice, id);
                LOG.warn("Letter {} may have been sent twice", id);
                yield Optional.<Problem>empty();
            }
            case Handover.Unclear unclear -> {
                LOG.warn("Letter {}: {} gave no clear answer at try {}", id, carrier.name(), letter.tries());
                yield Optional.of(Problem.UNREACHABLE);
            }
        });
    }
}
