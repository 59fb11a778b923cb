package uk.anteroom.toolbar.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A service somebody else wrote: plain HTTP, server-sent events and sockets, byte by byte, so that it can misbehave. */
public final class FarSide implements AutoCloseable {

    /** What it was asked. */
    public record Request(String method, String path, Map<String, String> headers, String body) {

        public String token() {
            return headers.getOrDefault("authorization", "").replace("Bearer ", "");
        }
    }

    public record Response(int status, String body) {}

    private final ServerSocket door;
    private final Map<String, Function<Request, Response>> answers = new ConcurrentHashMap<>();
    private final List<Request> asked = new CopyOnWriteArrayList<>();
    private final List<Line> sockets = new CopyOnWriteArrayList<>();
    private final List<Line> streams = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    public FarSide() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public URI address() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    /** Answers that from now on; a path without a method is for all of them. */
    public FarSide answers(String path, Function<Request, Response> answer) {
        answers.put(path, answer);
        return this;
    }

    public FarSide answers(String path, int status, String body) {
        return answers(path, request -> new Response(status, body));
    }

    public List<Request> asked(String path) {
        return asked.stream().filter(one -> one.path().equals(path)).toList();
    }

    /** Takes no connection any more, and drops those it has. */
    public void goAway() {
        away = true;
        sockets.forEach(Line::drop);
        streams.forEach(Line::drop);
    }

    public void comeBack() {
        away = false;
    }

    /** The sockets that were opened, the newest last. */
    public List<Line> sockets() {
        return sockets;
    }

    public List<Line> streams() {
        return streams;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                if (away) {
                    caller.close();
                } else {
                    Thread.ofVirtual().start(() -> take(caller));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void take(Socket caller) {
        try {
            InputStream in = new BufferedInputStream(caller.getInputStream());
            String[] first = line(in).split(" ");
            Map<String, String> headers = new HashMap<>();
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                int colon = header.indexOf(':');
                headers.put(
                        header.substring(0, colon).toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
            }
            int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            Request request =
                    new Request(first[0], first[1], headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
            asked.add(request);
            OutputStream out = caller.getOutputStream();
            if (headers.containsKey("sec-websocket-key")) {
                upgrade(headers.get("sec-websocket-key"), caller, in, out);
                return;
            }
            Function<Request, Response> answer = answers.get(request.method() + " " + request.path());
            answer = answer == null ? answers.get(request.path()) : answer;
            Response response = answer == null ? new Response(404, "") : answer.apply(request);
            if (response.status() == 200 && "stream".equals(response.body())) {
                out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n".getBytes());
                out.flush();
                streams.add(new Line(caller, out));
                return;
            }
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            out.write(("HTTP/1.1 " + response.status()
                            + " X\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                            + body.length + "\r\n\r\n")
                    .getBytes());
            out.write(body);
            out.flush();
            caller.close();
        } catch (IOException | RuntimeException e) {
            // the caller has gone
        }
    }

    private void upgrade(String key, Socket caller, InputStream in, OutputStream out) throws IOException {
        try {
            String accept = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes()));
            out.write(("HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + accept
                            + "\r\n\r\n")
                    .getBytes());
            out.flush();
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
        Line line = new Line(caller, out);
        sockets.add(line);
        while (true) {
            int head = in.read();
            int length = in.read() & 0x7f;
            if (head < 0) {
                return;
            }
            if (length == 126) {
                length = in.read() << 8 | in.read();
            }
            byte[] mask = in.readNBytes(4);
            byte[] body = in.readNBytes(length);
            for (int i = 0; i < body.length; i++) {
                body[i] ^= mask[i % 4];
            }
            if ((head & 0x0f) == 1) {
                line.heard.add(new String(body, StandardCharsets.UTF_8));
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                bytes.write(c);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        door.close();
        goAway();
    }

    /** What stays open: a socket, or a stream of events. */
    public static final class Line {

        private final Socket caller;
        private final OutputStream out;
        private final List<String> heard = new CopyOnWriteArrayList<>();

        Line(Socket caller, OutputStream out) {
            this.caller = caller;
            this.out = out;
        }

        public List<String> heard() {
            return heard;
        }

        /** A text frame. */
        public void say(String text) {
            frame(0x81, text.getBytes(StandardCharsets.UTF_8));
        }

        public void ping() {
            frame(0x89, new byte[0]);
        }

        public void sayGoodbye(int code) {
            frame(0x88, new byte[] {(byte) (code >> 8), (byte) code});
        }

        /** Bytes of a stream. */
        public void write(String text) {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        private synchronized void frame(int head, byte[] body) {
            byte[] start = body.length < 126
                    ? new byte[] {(byte) head, (byte) body.length}
                    : new byte[] {(byte) head, 126, (byte) (body.length >> 8), (byte) body.length};
            byte[] all = new byte[start.length + body.length];
            System.arraycopy(start, 0, all, 0, start.length);
            System.arraycopy(body, 0, all, start.length, body.length);
            send(all);
        }

        private void send(byte[] bytes) {
            try {
                out.write(bytes);
                out.flush();
            } catch (IOException e) {
                // it has gone
            }
        }

        public void drop() {
            try {
                caller.close();
            } catch (IOException e) {
                // it has gone
            }
        }
    }
}
