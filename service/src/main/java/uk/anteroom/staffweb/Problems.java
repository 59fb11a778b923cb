package uk.anteroom.staffweb;

import org.jspecify.annotations.Nullable;

/** Why a press was not carried out, between the redirect and the page that says so. */
final class Problems {

    private Problems() {}

    static @Nullable String key(@Nullable String problem) {
        return switch (problem) {
            case "never" -> "ended.neverTookPlace";
            case "reopening" -> "ended.cannotReopen";
            case "resend" -> "invite.cannotResend";
            case null, default -> null;
        };
    }
}
