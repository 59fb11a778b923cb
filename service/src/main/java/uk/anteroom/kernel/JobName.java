package uk.anteroom.kernel;

import java.util.UUID;

/** Names a job by the practice it works for and the thing it is about; a job row carries nothing else. */
public record JobName(PracticeId practice, UUID subject) {

    /** Reads what {@link #toString()} wrote. */
    public static JobName of(String instance) {
        int slash = instance.indexOf('/');
        return new JobName(PracticeId.of(instance.substring(0, slash)), UUID.fromString(instance.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return practice + "/" + subject;
    }
}
