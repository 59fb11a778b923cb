package uk.anteroom.needs;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a clinical system says of a patient's needs. Null: nothing, and that stays as it is. Hides itself when printed.
 *
 * @param language English where it says so
 */
public record ToldNeeds(
        @Nullable Boolean largePrint,
        @Nullable Boolean signLanguage,
        @Nullable Boolean interpreter,
        @Nullable Locale language) {

    /** It says nothing at all. */
    public static final ToldNeeds NOTHING = new ToldNeeds(null, null, null, null);

    public boolean any() {
        return !equals(NOTHING);
    }

    /** What is known once this was said. */
    Needs over(Needs before) {
        return new Needs(
                largePrint == null ? before.largePrint() : largePrint,
                signLanguage == null ? before.signLanguage() : signLanguage,
                interpreter == null ? before.interpreter() : interpreter,
                language == null
                        ? before.language()
                        : Optional.of(language)
                                .filter(spoken -> !spoken.getLanguage().equals("en")));
    }

    @Override
    public String toString() {
        return "ToldNeeds(hidden)";
    }
}
