package uk.anteroom.practicelist;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text as it came in a list. */
final class ListText {

    /** Control characters, and marks that turn the direction of writing: neither belongs to a name, and both deceive. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]+");

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    /** The longest name of a person that any of our pages must show. */
    private static final int LONGEST = 100;

    private ListText() {}

    /** One line without what nobody sees, at most 100 characters. */
    static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String seen = SPACE.matcher(UNSEEN.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return seen.length() <= LONGEST ? seen : seen.substring(0, LONGEST).strip();
    }
}
