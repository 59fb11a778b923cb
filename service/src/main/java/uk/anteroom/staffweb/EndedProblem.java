package uk.anteroom.staffweb;

import org.jspecify.annotations.Nullable;

/** Why a press on {@code Consultation Ended} was not carried out, between the redirect and the page that says so. */
final class EndedProblem {

    private EndedProblem() {}

    static @Nullable String key(@Nullable String problem) {
        return switch (problem) {
            case "never" -> "ended.neverTookPlace";
            case "reopening" -> "ended.cannotReopen";
            case null, default -> null;
        };
    }
}
