package uk.anteroom.delivery;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** Finds out what became of a letter whose carrier gave no clear answer, or whose answer died with a process, before it is sent again. */
@Component
class Doubts {

    private static final Logger LOG = LoggerFactory.getLogger(Doubts.class);

    private final LetterStore store;
    private final Carriers carriers;
    private final ReceiptJob receipts;
    private final PracticeTransactions transactions;

    Doubts(LetterStore store, Carriers carriers, ReceiptJob receipts, PracticeTransactions transactions) {
        this.store = store;
        this.carriers = carriers;
        this.receipts = receipts;
        this.transactions = transactions;
    }

    /** Whether nothing is left to be sent. Where nobody can tell, it is sent again: one letter too many is better than none. */
    boolean settled(PracticeId practice, LetterId id, LetterStore.Waiting letter) {
        String doubt = letter.doubt();
        Optional<Carrier> owing = doubt == null ? Optional.empty() : carriers.named(letter.channel(), doubt);
        if (owing.isEmpty()) {
            return false;
        }
        Carrier carrier = owing.get();
        Whereabouts whereabouts = carriers.find(carrier, new Parcel.Reference(practice, id));
        LOG.info("Letter {}: {} was asked and says {}", id, carrier.name(), whereabouts);
        return transactions.in(practice, () -> switch (whereabouts) {
            case Whereabouts.NeverCame never -> {
                store.notTaken(practice, id);
                yield false;
            }
            case Whereabouts.CannotTell nobodyKnows -> false;
            case Whereabouts.OnItsWay underWay -> {
                store.sent(practice, id);
                receipts.follow(practice, id, carrier);
                yield true;
            }
            case Whereabouts.Arrived arrived -> {
                store.delivered(practice, id);
                yield true;
            }
            case Whereabouts.WillNotArrive(Problem problem) -> {
                store.undeliverable(practice, id, carrier.name(), problem);
                yield true;
            }
        });
    }
}
