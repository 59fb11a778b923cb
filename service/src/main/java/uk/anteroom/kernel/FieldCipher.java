package uk.anteroom.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals single fields (AES-256-GCM), so that a stolen dump tells nobody's address or date of birth. A sealed field is
 * bound to its place: bytes copied into another row or column do not open. Equality is searched by {@link #fingerprint}.
 *
 * <p>Shape of a sealed field: one byte key number (1), 12 bytes nonce, ciphertext with its 16-byte tag.
 */
@Component
public class FieldCipher {

    private static final byte KEY_NUMBER = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec sealing;
    private final SecretKeySpec searching;

    FieldCipher(KernelSettings settings) {
        SecretKeySpec master = new SecretKeySpec(settings.fieldKeyBytes(), "HmacSHA256");
        // Two uses, two keys: a fingerprint must say nothing about the key that seals.
        this.sealing = new SecretKeySpec(mac(master, "anteroom field sealing"), "AES");
        this.searching = new SecretKeySpec(mac(master, "anteroom field search"), "HmacSHA256");
    }

    /** Seals text for one place, such as {@code "patient.email:" + id}. */
    public byte[] seal(String text, String place) {
        return sealBytes(text.getBytes(StandardCharsets.UTF_8), place);
    }

    /** As {@link #seal}, for what is no text. */
    public byte[] sealBytes(byte[] bytes, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, place, bytes);
        return ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put(KEY_NUMBER)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Opens what was sealed for that place. Throws {@link IllegalStateException} if it was changed or moved. */
    public String open(byte[] sealed, String place) {
        return new String(openBytes(sealed, place), StandardCharsets.UTF_8);
    }

    /** As {@link #open}, for what is no text. */
    public byte[] openBytes(byte[] sealed, String place) {
        if (sealed.length < 1 + NONCE || sealed[0] != KEY_NUMBER) {
            throw new IllegalStateException("Sealed with a key we do not have");
        }
        byte[] nonce = new byte[NONCE];
        byte[] body = new byte[sealed.length - 1 - NONCE];
        ByteBuffer.wrap(sealed, 1, sealed.length - 1).get(nonce).get(body);
        return crypt(Cipher.DECRYPT_MODE, nonce, place, body);
    }

    /** The keyed hash by which equal values are found; {@code kind} keeps an address from matching a date. */
    public byte[] fingerprint(String kind, String folded) {
        return mac(searching, kind + "|" + folded);
    }

    private byte[] crypt(int mode, byte[] nonce, String place, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed field does not open", e);
        }
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
