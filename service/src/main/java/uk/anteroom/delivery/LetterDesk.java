package uk.anteroom.delivery;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** Has a letter written at the moment it leaves. */
@Component
class LetterDesk {

    /** A letter with what its carrier gets. */
    record Written(Letter letter, Parcel parcel) {}

    private final LetterStore store;
    // asked late: writers belong to rooms that post letters themselves
    private final ObjectProvider<LetterWriter> writers;
    private final PracticeTransactions transactions;

    LetterDesk(LetterStore store, ObjectProvider<LetterWriter> writers, PracticeTransactions transactions) {
        this.store = store;
        this.writers = writers;
        this.transactions = transactions;
    }

    /** Takes the letter out of the door for a carrier, written; empty if it was sent already or has lost its reason. */
    Optional<Written> take(PracticeId practice, LetterId id, String carrier) {
        return transactions.in(
                practice,
                () -> store.takeOut(practice, id, carrier).flatMap(outgoing -> {
                    Optional<LetterText> text = write(practice, outgoing.letter());
                    if (text.isEmpty()) {
                        store.dropped(practice, id);
                    }
                    return text.map(words -> new Written(
                            outgoing.letter(), new Parcel(new Parcel.Reference(practice, id), outgoing.to(), words)));
                }));
    }

    private Optional<LetterText> write(PracticeId practice, Letter letter) {
        return writers.stream()
                .filter(writer -> writer.occasion().equals(letter.occasion()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody writes letters of occasion " + letter.occasion()))
                .write(practice, letter.subject(), letter.channel());
    }
}
