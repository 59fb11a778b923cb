package uk.anteroom.demo.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a message's text.
 *
 * @param href where it leads, if it is a link
 */
public record Linked(String text, @Nullable String href) {

    // a full stop or bracket behind a link belongs to the sentence
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]]");

    /** Cuts a text into pieces with and without links; together they are the whole text. */
    static List<Linked> pieces(String text) {
        List<Linked> pieces = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        int end = 0;
        while (link.find()) {
            if (link.start() > end) {
                pieces.add(new Linked(text.substring(end, link.start()), null));
            }
            pieces.add(new Linked(link.group(), link.group()));
            end = link.end();
        }
        if (end < text.length()) {
            pieces.add(new Linked(text.substring(end), null));
        }
        return pieces;
    }
}
