package uk.anteroom.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import uk.anteroom.request.PatientRequest;

/** The questions, in the order in which they are asked. */
public enum Step {
    SIGNS,
    KIND,
    ABOUT,
    /** Of what is medical only. */
    SAFETY,
    FILES,
    WHO,
    REACH;

    /** As it stands in an address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #path} wrote. */
    public static Optional<Step> of(String path) {
        return Arrays.stream(values()).filter(step -> step.path().equals(path)).findFirst();
    }

    /** Whether it is asked of somebody who answered that. */
    public boolean asked(Answers answers) {
        return switch (this) {
            case SAFETY -> answers.kind() != PatientRequest.Kind.ADMINISTRATIVE;
            case WHO -> !answers.known();
            default -> true;
        };
    }

    /** The one before; empty for the first. */
    public Optional<Step> before(Answers answers) {
        return Arrays.stream(values())
                .filter(step -> step.ordinal() < ordinal() && step.asked(answers))
                .reduce((first, second) -> second);
    }
}
