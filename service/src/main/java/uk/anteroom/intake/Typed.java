package uk.anteroom.intake;

import java.util.regex.Pattern;
import uk.anteroom.kernel.Reading;

/** Text that somebody typed into a question. */
final class Typed {

    /** Nobody types these, and some turn the direction of writing around, so that words look like other words. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Co}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\\n\\t]]");

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

    private Typed() {}

    /** One line. Complaints: {@code about} with {@code .empty}, {@code .long} (how many there may be, and how many there are). */
    static Reading<String> line(String typed, int longest, String about) {
        return bounded(
                SPACE.matcher(UNSEEN.matcher(typed).replaceAll(""))
                        .replaceAll(" ")
                        .strip(),
                longest,
                about);
    }

    /** As {@link #line}, in as many lines as it takes. */
    static Reading<String> lines(String typed, int longest, String about) {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n');
        return bounded(UNSEEN.matcher(text).replaceAll("").strip(), longest, about);
    }

    private static Reading<String> bounded(String text, int longest, String about) {
        int letters = text.codePointCount(0, text.length());
        if (letters == 0) {
            return Reading.wrong(about + ".empty");
        }
        return letters > longest ? Reading.wrong(about + ".long", longest, letters) : Reading.right(text);
    }
}
