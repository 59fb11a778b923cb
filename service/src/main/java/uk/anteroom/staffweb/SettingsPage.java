package uk.anteroom.staffweb;

import org.jspecify.annotations.Nullable;
import uk.anteroom.web.Checkbox;

/**
 * What a practice manager can set.
 *
 * @param relay whether there is one at all
 * @param saved whether something was saved just now
 */
record SettingsPage(Checkbox alwaysRelay, boolean relay, boolean saved, DutyCard duty, Checkbox codesTelephone) {

    static SettingsPage of(
            boolean alwaysRelay,
            boolean relay,
            boolean saved,
            @Nullable String error,
            DutyCard duty,
            Checkbox codesTelephone) {
        return new SettingsPage(
                new Checkbox(
                        "alwaysRelay",
                        "Always use the relay",
                        "true",
                        "Patients and staff then cannot find out each other’s internet address. Calls may be a little slower.",
                        error,
                        alwaysRelay),
                relay,
                saved,
                duty,
                codesTelephone);
    }
}
