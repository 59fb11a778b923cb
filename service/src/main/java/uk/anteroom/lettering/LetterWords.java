package uk.anteroom.lettering;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.anteroom.kernel.Reading;

/**
 * A text of a letter with its placeholders, each of them known and the one that its reader needs among them.
 *
 * @param value lines and paragraphs as they were typed
 */
public record LetterWords(String value) {

    /** A page, which nobody reads to its end. */
    public static final int LONGEST = 3_000;

    /** Longer between two braces is no placeholder with a wrong name, but a brace whose other one is missing. */
    private static final Pattern BRACES = Pattern.compile("\\{[^{}\\n]{0,40}}|[{}]");

    /** Reads what stood in a form. */
    static Reading<LetterWords> read(LetterKind kind, String typed) {
        String text = typed.replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            return Reading.wrong("letters.text.empty");
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            return Reading.wrong("letters.text.long", LONGEST);
        }
        if (text.codePoints().anyMatch(letter -> Character.isISOControl(letter) && letter != '\n')) {
            return Reading.wrong("letters.text.control");
        }
        Reading<LetterWords> known = known(kind, text);
        Optional<LetterPlaceholder> missing = kind.needed().filter(needed -> !text.contains(needed.typed()));
        return known instanceof Reading.Right && missing.isPresent()
                ? Reading.wrong(
                        missing.get() == LetterPlaceholder.LINK ? "letters.text.noLink" : "letters.text.noCode",
                        missing.get().typed())
                : known;
    }

    /** As {@link #read}, for one line without a link or a code, such as a subject. */
    static Reading<LetterWords> readLine(LetterKind kind, String typed, int longest) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Reading.wrong("letters.subject.empty");
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return Reading.wrong("letters.subject.long", longest);
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            return Reading.wrong("letters.text.control");
        }
        Optional<LetterPlaceholder> secret = kind.needed().filter(needed -> text.contains(needed.typed()));
        return secret.isPresent()
                ? Reading.wrong("letters.subject.link", secret.get().typed())
                : known(kind, text);
    }

    private static Reading<LetterWords> known(LetterKind kind, String text) {
        Matcher brace = BRACES.matcher(text);
        while (brace.find()) {
            String found = brace.group();
            if (LetterPlaceholder.of(found)
                    .filter(kind.placeholders()::contains)
                    .isEmpty()) {
                return Reading.wrong(
                        found.length() == 1 ? "letters.text.brace" : "letters.text.unknown",
                        found,
                        LetterPlaceholder.known(kind));
            }
        }
        return Reading.right(new LetterWords(text));
    }

    /** The text of the letter. In one pass: what a name brings along is never taken for a placeholder. */
    public String filled(LetterFacts facts) {
        return BRACES.matcher(value).replaceAll(found -> Matcher.quoteReplacement(filled(found, facts)));
    }

    private static String filled(MatchResult found, LetterFacts facts) {
        return LetterPlaceholder.of(found.group()).map(facts::of).orElse(found.group());
    }
}
