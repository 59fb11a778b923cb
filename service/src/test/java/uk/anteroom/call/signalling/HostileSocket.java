package uk.anteroom.call.signalling;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Speaks the WebSocket protocol byte by byte, to say what no client library would. */
final class HostileSocket implements AutoCloseable {

    private static final int PATIENCE_MS = 10_000;
    private static final int CLOSE = 8;

    private final Socket socket;
    private final DataInputStream input;
    private final List<String> headers = new ArrayList<>();

    /** Opens like a browser, which offers compression with every socket. */
    HostileSocket(int port) throws IOException {
        socket = new Socket("localhost", port);
        socket.setSoTimeout(PATIENCE_MS);
        input = new DataInputStream(socket.getInputStream());
        socket.getOutputStream()
                .write(String.join(
                                "\r\n",
                                "GET /signal HTTP/1.1",
                                "Host: localhost:" + port,
                                "Origin: http://localhost:" + port,
                                "Connection: Upgrade",
                                "Upgrade: websocket",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                                "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits",
                                "",
                                "")
                        .getBytes(StandardCharsets.US_ASCII));
        for (String line = line(); !line.isEmpty(); line = line()) {
            headers.add(line.toLowerCase(Locale.ROOT));
        }
    }

    /** What the service answered the handshake with, in small letters. */
    List<String> headers() {
        return headers;
    }

    /** Sends one masked frame whose first byte is given. */
    void frame(int first, byte[] content) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(content.length + 14);
        frame.put((byte) first);
        if (content.length < 126) {
            frame.put((byte) (0x80 | content.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) content.length);
        }
        // a mask of zeros leaves the content as it is
        frame.putInt(0).put(content);
        socket.getOutputStream().write(frame.array(), 0, frame.position());
        socket.getOutputStream().flush();
    }

    /** The code of the close frame that the service sends next. */
    int awaitClosed() throws IOException {
        int first = input.readUnsignedByte();
        int length = input.readUnsignedByte();
        if ((first & 0x0f) != CLOSE || length < 2 || length > 125) {
            throw new AssertionError("Not a close frame: " + first + " of " + length);
        }
        int code = input.readUnsignedShort();
        input.skipBytes(length - 2);
        return code;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = input.readUnsignedByte(); c != '\n'; c = input.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
