package uk.anteroom.conversation;

import java.util.List;
import java.util.regex.Pattern;
import uk.anteroom.kernel.Reading;

/** What somebody wrote. Only words and line breaks; whatever looks like markup is words. Hides itself when printed. */
public record MessageText(String value) {

    /** Two pages of a letter. Whole, and percent-encoded, it stays below what a form may send (64 KB). */
    public static final int LONGEST = 5_000;

    /** Nobody types these. Those of Unicode that turn the direction of writing around can make an address look like another one. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\\n\\t]]");

    /** Reads what stood in a form. */
    public static Reading<MessageText> read(String typed) {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (text.isEmpty()) {
            return Reading.wrong("message.text.empty");
        }
        int letters = text.codePointCount(0, text.length());
        if (letters > LONGEST) {
            return Reading.wrong("message.text.long", LONGEST, letters);
        }
        return FORBIDDEN.matcher(text).find()
                ? Reading.wrong("message.text.signs")
                : Reading.right(new MessageText(text));
    }

    /** Its words and links, in their order. */
    public List<TextPart> parts() {
        return LinkFinder.in(value);
    }

    @Override
    public String toString() {
        return "MessageText(hidden)";
    }
}
