package uk.anteroom.practice;

import java.util.Locale;
import java.util.regex.Pattern;
import uk.anteroom.kernel.Reading;

/** The three or four letters that begin a practice's links, and name its public page. */
public record PublicCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z]{3,4}");

    /** Reads what a person typed, in any case. Complaint: {@code settings.public.shape}. */
    public static Reading<PublicCode> read(String typed) {
        String code = typed.strip().toLowerCase(Locale.ROOT);
        return SHAPE.matcher(code).matches()
                ? Reading.right(new PublicCode(code))
                : Reading.wrong("settings.public.shape");
    }
}
