package uk.anteroom.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.patient.Claim;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.Sender;

/**
 * What the answers mean.
 *
 * @param problems in the order of the questions
 * @param request null while there are any
 */
public record Understood(List<Problem> problems, @Nullable Written request) {

    /** Where whoever writes wants to be reached. Hides itself when printed. */
    public record Contact(
            @Nullable EmailAddress email, @Nullable MobileNumber mobile) {

        @Override
        public String toString() {
            return "Contact(hidden)";
        }
    }

    /**
     * A request that is ready to be sent. Hides itself when printed.
     *
     * @param claim who they say they are; null for whom an account knows
     * @param sender as long
     */
    public record Written(
            PatientRequest.Kind kind,
            PatientRequest.Urgency urgency,
            String title,
            String body,
            @Nullable Claim claim,
            @Nullable Sender sender,
            Contact contact) {

        @Override
        public String toString() {
            return "Written(hidden)";
        }
    }

    /** The first question without a right answer; empty if all have one. */
    public Optional<Step> next() {
        return problems.stream().map(Problem::step).findFirst();
    }

    /** Those of one question. */
    public List<Problem> at(Step step) {
        return problems.stream().filter(problem -> problem.step() == step).toList();
    }
}
