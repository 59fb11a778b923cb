package uk.anteroom.practicelist;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.anteroom.needs.Languages;
import uk.anteroom.needs.ToldNeeds;

/** A language as lists write it down. British Sign Language stands among the others there, and says nothing of what somebody speaks. */
final class ToldLanguage {

    /** As ISO 639-3 has it, which UK Core's code system of human languages calls q4. */
    private static final Locale SIGNED = Locale.of("bfi");

    private static final Set<String> SIGNED_WORDS = Set.of("bfi", "q4", "bsl", "british sign language");

    private ToldLanguage() {}

    /** By its code or its English name; empty if it is none. */
    static Optional<Locale> read(String written) {
        return SIGNED_WORDS.contains(written.strip().toLowerCase(Locale.ROOT))
                ? Optional.of(SIGNED)
                : Languages.read(written);
    }

    /**
     * With the other needs.
     *
     * @param language null if nothing is said of it
     * @param signLanguage what is said besides; null if nothing
     */
    static ToldNeeds needs(
            @Nullable Boolean largePrint,
            @Nullable Boolean signLanguage,
            @Nullable Boolean interpreter,
            @Nullable Locale language) {
        return SIGNED.equals(language)
                ? new ToldNeeds(largePrint, true, interpreter, null)
                : new ToldNeeds(largePrint, signLanguage, interpreter, language);
    }
}
