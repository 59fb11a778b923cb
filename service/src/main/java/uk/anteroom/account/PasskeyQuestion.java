package uk.anteroom.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a browser is asked to sign, or to make a passkey for. Bytes are base64url without padding.
 *
 * @param challenge signed once, within five minutes
 * @param host whose passkeys may answer
 * @param user for a new passkey: by which its device tells accounts apart; says nothing about the patient
 * @param userName for a new passkey: what the device shows
 * @param known for a new passkey: those that the account has, which must not be made twice
 */
public record PasskeyQuestion(
        String challenge,
        String host,
        @Nullable String user,
        @Nullable String userName,
        List<String> known) {

    @Override
    public String toString() {
        return "PasskeyQuestion(hidden)";
    }
}
