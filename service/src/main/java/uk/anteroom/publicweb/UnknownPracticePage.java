package uk.anteroom.publicweb;

import org.jspecify.annotations.Nullable;

/** What the page of an unusable link shows where no practice is known. */
record UnknownPracticePage(
        @Nullable String practiceName,
        @Nullable String practiceTelephone,
        @Nullable String practiceTelephoneHref,
        Asking asking,
        String path) {

    /** A new link can be asked for only where there was one. */
    enum Asking {
        NOT_OFFERED
    }

    static UnknownPracticePage page() {
        return new UnknownPracticePage(null, null, null, Asking.NOT_OFFERED, "");
    }
}
