package uk.anteroom.attempt;

import org.jspecify.annotations.Nullable;

/** A patient's answer after the call. A good call has no trouble, whatever is said beside it. */
public record SurveyAnswer(Rating rating, @Nullable Trouble trouble) {

    public SurveyAnswer {
        trouble = rating == Rating.GOOD ? null : trouble;
    }
}
