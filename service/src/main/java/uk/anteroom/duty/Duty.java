package uk.anteroom.duty;

import java.time.Duration;
import java.util.Set;
import uk.anteroom.practice.StaffId;

/** Who is on duty, and how long a patient may wait unattended before they are told. */
public record Duty(Set<StaffId> staff, Duration after) {

    /** Unless a practice says otherwise. */
    public static final Duration DEFAULT = Duration.ofMinutes(5);
    /** The bounds of what it may say, in minutes. */
    public static final int LEAST_MINUTES = 1;

    public static final int MOST_MINUTES = 60;
}
