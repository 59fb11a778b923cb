package uk.anteroom.accountweb;

import org.jspecify.annotations.Nullable;

/** Whoever came is not signed in, or no longer; {@code publicCode} is of the practice that their key names, if they have one. */
class AccountSignedOut extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final @Nullable String publicCode;

    AccountSignedOut(@Nullable String publicCode) {
        super("Not signed in");
        this.publicCode = publicCode;
    }

    @Nullable String publicCode() {
        return publicCode;
    }
}
