package uk.anteroom.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that takes connections and never says a word: whoever calls it is between commit and hand-over. */
final class Silence implements AutoCloseable {

    private final ServerSocket listening;
    private final List<Socket> callers = new CopyOnWriteArrayList<>();

    Silence() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    callers.add(listening.accept());
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    int port() {
        return listening.getLocalPort();
    }

    boolean somebodyCalled() {
        return !callers.isEmpty();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket caller : callers) {
                caller.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
