package uk.anteroom.messagetemplate;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.anteroom.conversation.MessageText;
import uk.anteroom.kernel.Reading;

/** The text of a template: a message's, in which every brace belongs to a placeholder that is known. */
public record TemplateText(String value) {

    /** Longer between two braces is no placeholder with a wrong name, but a brace whose other one is missing. */
    private static final Pattern BRACES = Pattern.compile("\\{[^{}\\n]{0,40}}|[{}]");

    /** Reads what stood in a form. */
    public static Reading<TemplateText> read(String typed) {
        return switch (MessageText.read(typed)) {
            case Reading.Wrong<MessageText>(String message, List<Object> arguments) ->
                Reading.wrong(
                        message.equals("message.text.empty") ? "template.text.empty" : message, arguments.toArray());
            case Reading.Right<MessageText>(MessageText text) -> read(text);
        };
    }

    private static Reading<TemplateText> read(MessageText text) {
        Matcher brace = BRACES.matcher(text.value());
        while (brace.find()) {
            String found = brace.group();
            if (Placeholder.of(found).isEmpty()) {
                return Reading.wrong(
                        found.length() == 1 ? "template.text.brace" : "template.text.unknown",
                        found,
                        Placeholder.known());
            }
        }
        return Reading.right(new TemplateText(text.value()));
    }

    /** The text as it stands in a message. In one pass: what a name brings along is never taken for a placeholder. */
    public String filled(Filling filling) {
        return filled(value, filling);
    }

    /** The same of what is being typed; what is wrong about it stays as it is. */
    public static String filled(String typed, Filling filling) {
        return BRACES.matcher(typed).replaceAll(found -> Matcher.quoteReplacement(filled(found, filling)));
    }

    private static String filled(MatchResult found, Filling filling) {
        return Placeholder.of(found.group()).map(filling::of).orElse(found.group());
    }
}
