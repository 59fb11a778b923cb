package uk.anteroom.lettering;

import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.Reading;

/** What came of saving a practice's own words. */
public sealed interface LetterSaving {

    /** The next letter has them. */
    record Done() implements LetterSaving {}

    /**
     * They cannot be sent like that.
     *
     * @param subject null if nothing is wrong with it
     * @param words null if nothing is wrong with them
     */
    record Wrong(Reading.@Nullable Wrong<LetterWords> subject, Reading.@Nullable Wrong<LetterWords> words)
            implements LetterSaving {}

    /** Somebody has changed them since the page was opened; nothing was done. */
    record Changed(int version) implements LetterSaving {}
}
