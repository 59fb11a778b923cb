package uk.anteroom.attachment;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * ClamAV's daemon, spoken to over TCP (INSTREAM of clamd(8), with null-terminated commands): a file in chunks of a length and as many bytes, ended by a length of
 * nothing; one line comes back. Any other line than the two we know is no verdict.
 */
final class Clamd implements Scanner {

    private static final String COMMAND = "zINSTREAM\0";
    private static final String CLEAN = "stream: OK";
    private static final Pattern FOUND = Pattern.compile("stream: \\S+ FOUND");

    private static final int CHUNK = 64 * 1024;

    /** Longer than any name of a virus. */
    private static final int LONGEST_ANSWER = 4096;

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** It may reload its signatures, or unpack a PDF of many pictures. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final Supplier<InetSocketAddress> address;

    /**
     * Of the daemon at an address.
     *
     * @param address looked up each time, since a name may lead elsewhere tomorrow
     */
    Clamd(Supplier<InetSocketAddress> address) {
        this.address = address;
    }

    @Override
    public Verdict scan(byte[] file) throws ScannerAway {
        try (Socket socket = new Socket()) {
            socket.connect(address.get(), (int) CONNECT.toMillis());
            socket.setSoTimeout((int) ANSWER.toMillis());
            send(file, new DataOutputStream(socket.getOutputStream()));
            return verdict(answer(socket.getInputStream()));
        } catch (IOException e) {
            throw new ScannerAway("clamd does not answer: " + e.getClass().getSimpleName(), e);
        }
    }

    private static void send(byte[] file, DataOutputStream out) throws IOException {
        out.write(COMMAND.getBytes(StandardCharsets.US_ASCII));
        for (int at = 0; at < file.length; at += CHUNK) {
            int length = Math.min(CHUNK, file.length - at);
            out.writeInt(length);
            out.write(file, at, length);
        }
        out.writeInt(0);
        out.flush();
    }

    /** Up to the null that ends it: an answer that was cut off is none. */
    private static String answer(InputStream in) throws IOException, ScannerAway {
        StringBuilder answer = new StringBuilder();
        int next = in.read();
        while (next > 0 && answer.length() < LONGEST_ANSWER) {
            answer.append((char) next);
            next = in.read();
        }
        if (next != 0) {
            throw new ScannerAway("clamd did not finish its answer");
        }
        return answer.toString();
    }

    private static Verdict verdict(String answer) throws ScannerAway {
        if (answer.equals(CLEAN)) {
            return Verdict.CLEAN;
        }
        if (FOUND.matcher(answer).matches()) {
            return Verdict.INFECTED;
        }
        throw new ScannerAway("clamd has no verdict: " + answer);
    }
}
