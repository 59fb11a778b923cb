package uk.anteroom.staffweb;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a press was not carried out, between the redirect and the page that says so. */
final class Problems {

    private static final Map<String, String> KEYS = Map.of(
            "never", "ended.neverTookPlace",
            "reopening", "ended.cannotReopen",
            "undo", "undo.late",
            "wrong-patient", "guard.refused",
            "resend", "invite.cannotResend",
            "too-many", "invite.tooMany",
            "recall-soon", "recall.tooSoon",
            "recall-no-way", "recall.noWay");

    private Problems() {}

    static @Nullable String key(@Nullable String problem) {
        return problem == null ? null : KEYS.get(problem);
    }
}
