package uk.anteroom.intake;

import org.jspecify.annotations.Nullable;
import uk.anteroom.intake.Answers.Safety;
import uk.anteroom.intake.Answers.Signs;
import uk.anteroom.intake.Answers.Soon;
import uk.anteroom.intake.Answers.Worse;
import uk.anteroom.request.PatientRequest.Kind;
import uk.anteroom.request.PatientRequest.Urgency;

/** How urgent a request is by what its sender answered. It decides who is looked at first, and nothing else: a person reads all of them. */
final class Triage {

    private Triage() {}

    /** A sign of an emergency counts whatever it is about; the answers about an illness only for what is medical. */
    static Urgency urgency(Signs signs, Kind kind, @Nullable Safety safety) {
        if (signs != Signs.NONE) {
            return Urgency.EMERGENCY;
        }
        boolean redFlag =
                kind == Kind.MEDICAL && safety != null && (safety.worse() == Worse.YES || safety.soon() == Soon.TODAY);
        return redFlag ? Urgency.URGENT : Urgency.ROUTINE;
    }
}
