package uk.anteroom.patientweb;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.anteroom.attempt.Rating;
import uk.anteroom.attempt.SurveyAnswer;
import uk.anteroom.attempt.Trouble;

/**
 * The question after the call, with what was answered so far, in the words that the page sends.
 *
 * @param rating {@code good}, {@code not-so-good} or {@code bad}; null before an answer
 * @param trouble {@code sound}, {@code picture}, {@code waiting}, {@code getting-in} or {@code something-else}
 */
record SurveyPage(@Nullable String rating, @Nullable String trouble) {

    static SurveyPage of(@Nullable SurveyAnswer answer) {
        return answer == null
                ? new SurveyPage(null, null)
                : new SurveyPage(word(answer.rating()), word(answer.trouble()));
    }

    /** What a page sent; empty if it is not one of our words. No trouble is an empty word. */
    static Optional<SurveyAnswer> read(String rating, String trouble) {
        for (Rating one : Rating.values()) {
            if (rating.equals(word(one))) {
                return read(one, trouble);
            }
        }
        return Optional.empty();
    }

    private static Optional<SurveyAnswer> read(Rating rating, String trouble) {
        if (trouble.isEmpty()) {
            return Optional.of(new SurveyAnswer(rating, null));
        }
        for (Trouble one : Trouble.values()) {
            if (trouble.equals(word(one))) {
                return Optional.of(new SurveyAnswer(rating, one));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null
                ? null
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
