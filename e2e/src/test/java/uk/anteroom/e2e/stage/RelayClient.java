package uk.anteroom.e2e.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody with a password who asks a relay for what it must not do: TURN over UDP, RFC 8656, no more of it than that takes. */
public final class RelayClient implements AutoCloseable {

    /** Which kind of address the relay is asked to send from. */
    public enum Family {
        IPV4,
        IPV6
    }

    /** What the relay answers when it does what was asked. */
    public static final int FINE = 0;

    private static final int ALLOCATE = 0x0003;
    private static final int CREATE_PERMISSION = 0x0008;
    private static final int SUCCESS = 0x0100;
    private static final int USERNAME = 0x0006;
    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int ERROR_CODE = 0x0009;
    private static final int XOR_PEER_ADDRESS = 0x0012;
    private static final int REALM = 0x0014;
    private static final int NONCE = 0x0015;
    private static final int REQUESTED_ADDRESS_FAMILY = 0x0017;
    private static final int REQUESTED_TRANSPORT = 0x0019;
    private static final int COOKIE = 0x2112A442;
    private static final int INTEGRITY_LENGTH = 24;
    private static final byte[] UDP = {17, 0, 0, 0};

    private final DatagramSocket socket;
    private final Family family;
    private final String user;
    private final String password;
    private byte[] realm = {};
    private byte[] nonce = {};

    /** Somebody whose password is good until then, as the service draws it. */
    public RelayClient(InetSocketAddress relay, Family family, String secret, Instant until) {
        try {
            this.socket = new DatagramSocket();
            socket.connect(relay);
            socket.setSoTimeout(5000);
        } catch (SocketException e) {
            throw new IllegalStateException(e);
        }
        this.family = family;
        this.user = until.getEpochSecond() + ":anybody";
        this.password = Base64.getEncoder().encodeToString(hmac(secret.getBytes(UTF_8), user.getBytes(UTF_8)));
    }

    /** Asks for an address to send from, and answers {@link #FINE} or the code of the refusal. */
    public int allocate() {
        ByteBuffer asked = request(ALLOCATE);
        put(asked, REQUESTED_TRANSPORT, UDP);
        Map<Integer, byte[]> first = ask(asked);
        realm = first.get(REALM);
        nonce = first.get(NONCE);
        asked = request(ALLOCATE);
        put(asked, REQUESTED_TRANSPORT, UDP);
        put(asked, REQUESTED_ADDRESS_FAMILY, new byte[] {(byte) (family == Family.IPV4 ? 1 : 2), 0, 0, 0});
        return code(ask(signed(asked)));
    }

    /** Asks for leave to send there, which sends nothing yet. IPv4 is written as IPv6 where that is what was allocated. */
    public int permission(String peer) {
        ByteBuffer asked = request(CREATE_PERMISSION);
        byte[] address = inFamily(peer);
        ByteBuffer value = ByteBuffer.allocate(4 + address.length);
        value.put((byte) 0).put((byte) (address.length == 4 ? 1 : 2)).putShort((short) (4000 ^ COOKIE >>> 16));
        for (int i = 0; i < address.length; i++) {
            value.put((byte) (address[i] ^ asked.get(4 + i)));
        }
        put(asked, XOR_PEER_ADDRESS, value.array());
        return code(ask(signed(asked)));
    }

    @Override
    public void close() {
        socket.close();
    }

    private byte[] inFamily(String peer) {
        try {
            byte[] address = InetAddress.getByName(peer).getAddress();
            if (family == Family.IPV4 || address.length == 16) {
                return address;
            }
            byte[] mapped = new byte[16];
            Arrays.fill(mapped, 10, 12, (byte) 0xff);
            System.arraycopy(address, 0, mapped, 12, 4);
            return mapped;
        } catch (IOException e) {
            throw new IllegalArgumentException(peer, e);
        }
    }

    private ByteBuffer signed(ByteBuffer asked) {
        put(asked, USERNAME, user.getBytes(UTF_8));
        put(asked, REALM, realm);
        put(asked, NONCE, nonce);
        // the length that is signed counts the signature already
        asked.putShort(2, (short) (asked.position() - 20 + INTEGRITY_LENGTH));
        byte[] whole = Arrays.copyOf(asked.array(), asked.position());
        put(asked, MESSAGE_INTEGRITY, hmac(md5(user + ":" + new String(realm, UTF_8) + ":" + password), whole));
        return asked;
    }

    private Map<Integer, byte[]> ask(ByteBuffer asked) {
        asked.putShort(2, (short) (asked.position() - 20));
        byte[] room = new byte[2048];
        DatagramPacket answer = new DatagramPacket(room, room.length);
        try {
            socket.send(new DatagramPacket(asked.array(), asked.position()));
            socket.receive(answer);
        } catch (IOException e) {
            throw new IllegalStateException("The relay did not answer", e);
        }
        ByteBuffer read = ByteBuffer.wrap(room, 0, answer.getLength());
        boolean fine = read.getShort() == (asked.getShort(0) | SUCCESS);
        read.position(20);
        Map<Integer, byte[]> attributes = new HashMap<>();
        while (read.remaining() >= 4) {
            int kind = read.getShort() & 0xffff;
            byte[] value = new byte[read.getShort() & 0xffff];
            read.get(value).position(Math.min(read.limit(), read.position() + (4 - value.length % 4) % 4));
            attributes.put(kind, value);
        }
        if (fine == attributes.containsKey(ERROR_CODE)) {
            throw new IllegalStateException("Not an answer: " + HexFormat.of().formatHex(room, 0, answer.getLength()));
        }
        return attributes;
    }

    private static ByteBuffer request(int kind) {
        byte[] transaction = new byte[12];
        new SecureRandom().nextBytes(transaction);
        return ByteBuffer.allocate(1024)
                .putShort((short) kind)
                .putShort((short) 0)
                .putInt(COOKIE)
                .put(transaction);
    }

    private static void put(ByteBuffer message, int kind, byte[] value) {
        message.putShort((short) kind).putShort((short) value.length).put(value);
        message.position(message.position() + (4 - value.length % 4) % 4);
    }

    private static int code(Map<Integer, byte[]> answer) {
        byte[] error = answer.get(ERROR_CODE);
        return error == null ? FINE : error[2] * 100 + error[3];
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
