package uk.anteroom.call.signalling;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import uk.anteroom.call.ParticipantId;

/**
 * A name and a password for the relay that expire by themselves (draft-uberti-behave-turn-rest-00): the name begins with
 * the second of the expiry, the password is its HMAC-SHA1 under the secret shared with the relay.
 */
record RelayCredentials(String username, String credential) {

    static RelayCredentials of(String secret, ParticipantId participant, Instant expiry) {
        String username =
                expiry.getEpochSecond() + ":" + participant.value().toString().replace("-", "");
        return new RelayCredentials(username, sign(secret, username));
    }

    private static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA1", e);
        }
    }

    @Override
    public String toString() {
        return "RelayCredentials[username=" + username + ", credential=(secret)]";
    }
}
