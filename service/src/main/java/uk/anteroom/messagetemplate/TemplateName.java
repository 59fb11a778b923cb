package uk.anteroom.messagetemplate;

import java.util.regex.Pattern;
import uk.anteroom.kernel.Reading;

/** What a template is called, in one line. */
public record TemplateName(String value) {

    /** It has to fit into a list on a telephone. */
    public static final int LONGEST = 60;

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    /** Reads what stood in a form. */
    public static Reading<TemplateName> read(String typed) {
        String name = BLANKS.matcher(typed).replaceAll(" ").strip();
        if (name.isEmpty()) {
            return Reading.wrong("template.name.empty");
        }
        int letters = name.codePointCount(0, name.length());
        if (letters > LONGEST) {
            return Reading.wrong("template.name.long", LONGEST, letters);
        }
        return FORBIDDEN.matcher(name).find()
                ? Reading.wrong("message.text.signs")
                : Reading.right(new TemplateName(name));
    }
}
