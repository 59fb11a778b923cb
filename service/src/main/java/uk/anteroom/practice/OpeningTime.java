package uk.anteroom.practice;

import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.anteroom.kernel.Reading;

/** A time as people write it: 8, 8:30, 08.30, 6pm, 6.30 pm, 18:30. */
public final class OpeningTime {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,2})(?:[:.]?([0-9]{2}))? ?(am|pm)?");
    private static final int NOON = 12;

    private OpeningTime() {}

    /** Complaint: {@code settings.hours.time}. */
    public static Reading<LocalTime> read(String typed) {
        Matcher written = WRITTEN.matcher(typed.strip().toLowerCase(Locale.UK));
        if (!written.matches()) {
            return Reading.wrong("settings.hours.time");
        }
        int hour = Integer.parseInt(written.group(1));
        int minute = written.group(2) == null ? 0 : Integer.parseInt(written.group(2));
        if (written.group(3) != null) {
            if (hour < 1 || hour > NOON) {
                return Reading.wrong("settings.hours.time");
            }
            hour = hour % NOON + (written.group(3).equals("pm") ? NOON : 0);
        }
        return hour > 23 || minute > 59
                ? Reading.wrong("settings.hours.time")
                : Reading.right(LocalTime.of(hour, minute));
    }
}
