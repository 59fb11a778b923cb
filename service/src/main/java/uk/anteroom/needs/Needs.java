package uk.anteroom.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a patient needs so that we understand each other. Hides itself when printed.
 *
 * @param largePrint letters in large print
 * @param signLanguage speaks British Sign Language and does not use the telephone as others do
 * @param interpreter whether somebody must interpret, from {@code language} or into British Sign Language
 * @param language what they speak and read best; empty: English, or not known
 */
public record Needs(boolean largePrint, boolean signLanguage, boolean interpreter, Optional<Locale> language) {

    /** Nothing is recorded. */
    public static final Needs NONE = new Needs(false, false, false, Optional.empty());

    public boolean any() {
        return !equals(NONE);
    }

    /** Whether somebody must come between: one who signs cannot be understood without, whether or not it is written down. */
    public boolean interpreted() {
        return interpreter || signLanguage;
    }

    /** The form in which it is stored. */
    String stored() {
        List<String> words = new ArrayList<>();
        if (largePrint) {
            words.add("large-print");
        }
        if (signLanguage) {
            words.add("sign-language");
        }
        if (interpreter) {
            words.add("interpreter");
        }
        language.ifPresent(spoken -> words.add("language=" + spoken.toLanguageTag()));
        return String.join(" ", words);
    }

    /** Reads what {@link #stored()} wrote. */
    static Needs stored(String text) {
        List<String> words = List.of(text.split(" "));
        return new Needs(
                words.contains("large-print"),
                words.contains("sign-language"),
                words.contains("interpreter"),
                words.stream()
                        .filter(word -> word.startsWith("language="))
                        .findFirst()
                        .map(word -> Locale.forLanguageTag(word.substring("language=".length()))));
    }

    @Override
    public String toString() {
        return "Needs(hidden)";
    }
}
