package uk.anteroom.patient;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/**
 * Finds whom of a practice's list a stranger means. What it answers is never said to them: whoever tries names must not learn who is a patient here.
 *
 * <p>Family name, first given name and date of birth must agree, and the NHS number; without one, the postcode. Two who agree are nobody, and so is who has
 * died or left, or whose record is restricted: there a person decides.
 */
@Service
public class ListMatch {

    private final MatchStore store;
    private final PracticeTransactions transactions;

    ListMatch(MatchStore store, PracticeTransactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** The one patient who agrees with all of it. */
    public Optional<PatientId> find(PracticeId practice, Claim claim) {
        String given = first(claim.givenName());
        List<MatchStore.Row> rows = transactions.in(practice, () -> store.find(practice, claim));
        List<MatchStore.Row> agree = rows.stream()
                .filter(row -> first(row.givenName()).equals(given))
                .toList();
        return agree.size() == 1 && !given.isEmpty()
                ? Optional.of(agree.getFirst().patient())
                : Optional.empty();
    }

    private static String first(String given) {
        return PatientSearch.fold(given).split("\\s+", 2)[0];
    }
}
