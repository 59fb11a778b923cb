package uk.anteroom.staffweb;

import org.jspecify.annotations.Nullable;
import uk.anteroom.web.TextField;

/**
 * The sign-in page.
 *
 * @param problem a key of messages.properties; the same for a wrong password and for an unknown name
 * @param note a key for what is no problem
 */
record SignInPage(@Nullable String problem, @Nullable String note, TextField email, TextField password) {

    static SignInPage of(boolean refused, boolean wait, boolean ended, boolean signedOut) {
        return new SignInPage(
                wait ? "signIn.wait" : refused ? "signIn.refused" : null,
                ended ? "signIn.ended" : signedOut ? "signIn.signedOut" : null,
                TextField.of("email", "Email address", "email").autocomplete("username"),
                TextField.of("password", "Password", "password").autocomplete("current-password"));
    }
}
