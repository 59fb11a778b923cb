package uk.anteroom.attempt;

import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.anteroom.call.CallId;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** What patients say of their calls. Two closed words for each call; never a text, never who. */
@Service
public class SurveyAnswers {

    private final SurveyAnswerStore store;
    private final PracticeTransactions transactions;

    SurveyAnswers(SurveyAnswerStore store, PracticeTransactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** What was said of that call, if anything was. */
    public Optional<SurveyAnswer> of(PracticeId practice, CallId call) {
        return transactions.in(practice, () -> store.of(practice, call));
    }

    /** Takes an answer in place of the one before. */
    public void take(PracticeId practice, CallId call, SurveyAnswer answer) {
        transactions.in(practice, () -> store.put(practice, call, answer));
    }
}
