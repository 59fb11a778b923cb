package uk.anteroom.patientweb;

import org.jspecify.annotations.Nullable;
import uk.anteroom.practice.Practice;

/**
 * The one page for every link that cannot be used. Without a practice it says "ring your surgery".
 *
 * @param path of the link, under which a new one is asked for
 */
record UnusablePage(
        @Nullable String practiceName,
        @Nullable String practiceTelephone,
        @Nullable String practiceTelephoneHref,
        Asking asking,
        String path) {

    /** Where the wish for a new link stands. */
    enum Asking {
        NOT_OFFERED,
        OFFERED,
        ASKED,
        TOO_MANY
    }

    static UnusablePage of(@Nullable Practice practice, Asking asking, String path) {
        return practice == null
                ? new UnusablePage(null, null, null, asking, path)
                : new UnusablePage(practice.name(), practice.telephone(), practice.telephoneHref(), asking, path);
    }
}
