package uk.anteroom.account;

import java.util.Locale;

/** What a patient is told about their account without asking, so that they can ring if it was not them. */
enum Notice {
    OPENED,
    RECOVERY_ASKED,
    PASSWORD_CHANGED,
    PASSKEY_ADDED;

    /** As letters know it. */
    String occasion() {
        return "account-" + word();
    }

    /** As it stands in the message files. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
