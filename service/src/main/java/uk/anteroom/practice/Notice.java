package uk.anteroom.practice;

import java.util.regex.Pattern;
import uk.anteroom.kernel.Reading;

/**
 * A practice's own words on its public page; blank where it has none.
 *
 * @param words above the way in
 * @param whenClosed in their place while it is closed
 */
public record Notice(String words, String whenClosed) {

    /** A page of a letter; longer, nobody reads it on a telephone. */
    public static final int LONGEST = 2_000;

    /** Nobody types these, and some turn the direction of writing around. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\\n\\t]]");

    /** Nothing was said yet. */
    public static Notice none() {
        return new Notice("", "");
    }

    /** Reads one of the two. Complaints: {@code settings.notice.long}, {@code settings.notice.signs}. */
    public static Reading<String> read(String typed) {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (text.length() > LONGEST) {
            return Reading.wrong("settings.notice.long", LONGEST, text.length());
        }
        return FORBIDDEN.matcher(text).find() ? Reading.wrong("settings.notice.signs") : Reading.right(text);
    }
}
