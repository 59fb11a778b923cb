package uk.anteroom.practice;

import java.time.Duration;
import java.util.regex.Pattern;
import uk.anteroom.kernel.Reading;

/** How long a patient's link works at most. */
public record LinkLife(Duration value) {

    /** A link that is dead before anybody reads it is no link; one that is older than a week is forgotten. */
    public static final int LEAST_HOURS = 1;

    public static final int MOST_HOURS = 168;

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,3}");

    /** Reads hours. Complaint: {@code settings.link.hours.wrong}. */
    public static Reading<LinkLife> read(String typed) {
        String text = typed.strip();
        if (!WHOLE.matcher(text).matches()) {
            return Reading.wrong("settings.link.hours.wrong");
        }
        int hours = Integer.parseInt(text);
        return hours >= LEAST_HOURS && hours <= MOST_HOURS
                ? Reading.right(new LinkLife(Duration.ofHours(hours)))
                : Reading.wrong("settings.link.hours.wrong");
    }
}
