package uk.anteroom.lettering;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.Channel;

/**
 * A practice's own words for one kind of letter in one language.
 *
 * @param subject of an email; null for a text message
 * @param version counts changes, from 1
 */
public record LetterTemplate(Key key, @Nullable LetterWords subject, LetterWords words, int version) {

    /** Which letter it is for. There is one of each at most. */
    public record Key(LetterKind kind, Channel channel, Locale language) {}
}
