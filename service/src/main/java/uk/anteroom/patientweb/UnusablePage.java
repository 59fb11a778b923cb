package uk.anteroom.patientweb;

import org.jspecify.annotations.Nullable;
import uk.anteroom.practice.Practice;

/** The one page for every link that cannot be used. Without a practice it says "ring your surgery". */
record UnusablePage(
        @Nullable String practiceName,
        @Nullable String practiceTelephone,
        @Nullable String practiceTelephoneHref) {

    static UnusablePage of(@Nullable Practice practice) {
        return practice == null
                ? new UnusablePage(null, null, null)
                : new UnusablePage(practice.name(), practice.telephone(), practice.telephoneHref());
    }
}
