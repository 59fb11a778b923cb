package uk.anteroom.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A device with one passkey (ES256, no attestation), which answers as a browser would. What it says of itself can be bent. */
public final class SoftPasskey {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final KeyPair keys;
    private final byte[] id = new byte[32];
    private final String host;
    private String origin;
    private int flags = PRESENT | VERIFIED;
    private int signed;

    public SoftPasskey(String origin, String host) {
        this.origin = origin;
        this.host = host;
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** From now on it is used on a page of another site. */
    public SoftPasskey at(String other) {
        origin = other;
        return this;
    }

    /** From now on it does not ask its holder for a fingerprint. */
    public SoftPasskey withoutAsking() {
        flags = PRESENT;
        return this;
    }

    /** What the browser says after a passkey was made. */
    public String made(String challenge) {
        byte[] data = authenticatorData(flags | ATTESTED, attested());
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write(0xa3);
        text(object, "fmt");
        text(object, "none");
        text(object, "attStmt");
        object.write(0xa0);
        text(object, "authData");
        bytes(object, data);
        return """
                {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%s","attestationObject":"%s","transports":[]}}
                """.formatted(
                base64(id), base64(id), base64(clientData("webauthn.create", challenge)), base64(object.toByteArray()));
    }

    /** What the browser says after somebody unlocked it. */
    public String signed(String challenge, String user) {
        signed++;
        byte[] data = authenticatorData(flags, new byte[0]);
        byte[] client = clientData("webauthn.get", challenge);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(MessageDigest.getInstance("SHA-256").digest(client));
            return """
                    {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},
                     "response":{"clientDataJSON":"%s","authenticatorData":"%s","signature":"%s","userHandle":"%s"}}
                    """.formatted(base64(id), base64(id), base64(client), base64(data), base64(signature.sign()), user);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] clientData(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int said, byte[] rest) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(host.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(37 + rest.length)
                    .put(hash)
                    .put((byte) said)
                    .putInt(signed)
                    .put(rest)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** No model, the credential's id and its public key as COSE writes it. */
    private byte[] attested() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        ByteArrayOutputStream cose = new ByteArrayOutputStream();
        cose.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21});
        bytes(cose, coordinate(key.getW().getAffineX().toByteArray()));
        cose.write(0x22);
        bytes(cose, coordinate(key.getW().getAffineY().toByteArray()));
        return ByteBuffer.allocate(18 + id.length + cose.size())
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(cose.toByteArray())
                .array();
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[32];
        byte[] last = number.length > 32 ? Arrays.copyOfRange(number, number.length - 32, number.length) : number;
        System.arraycopy(last, 0, fixed, 32 - last.length, last.length);
        return fixed;
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 + text.length());
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        if (bytes.length < 256) {
            out.write(0x58);
        } else {
            out.write(0x59);
            out.write(bytes.length >> 8);
        }
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
