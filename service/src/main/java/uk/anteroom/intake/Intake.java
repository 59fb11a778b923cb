package uk.anteroom.intake;

import org.jspecify.annotations.Nullable;
import uk.anteroom.request.RequestId;

/**
 * What somebody is writing, or has sent.
 *
 * @param request the id its request has, or will have
 * @param answers null once it was sent: they are erased
 */
public record Intake(RequestId request, @Nullable Answers answers) {

    public boolean sent() {
        return answers == null;
    }

    @Override
    public String toString() {
        return "Intake(" + request + ")";
    }
}
