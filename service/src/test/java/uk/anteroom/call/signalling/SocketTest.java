package uk.anteroom.call.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import uk.anteroom.web.Socket;

class SocketTest {

    final CountDownLatch mayRead = new CountDownLatch(1);
    final List<String> read = new CopyOnWriteArrayList<>();
    final List<Integer> closedWith = new CopyOnWriteArrayList<>();

    @Test
    void readerThatStopsHoldsNobodyUpAndIsClosed() {
        Socket socket = new Socket(transport(), 128, 512 * 1024, Ending.TOO_SLOW.status());

        for (int i = 0; i < 200; i++) {
            socket.send("message " + i);
        }

        Page.eventually("closed", () -> !closedWith.isEmpty());
        assertThat(closedWith).containsExactly(4413);
        assertThat(socket.ending()).isTrue();
        mayRead.countDown();
    }

    @Test
    void closingComesAfterEverythingSaidBeforeAndOnlyTheFirstReasonCounts() {
        Socket socket = new Socket(transport(), 128, 512 * 1024, Ending.TOO_SLOW.status());
        socket.send("one");
        socket.send("two");

        socket.close(Ending.CALL_OVER.status());
        socket.close(Ending.TAKEN_OVER.status());
        socket.send("three");
        mayRead.countDown();

        Page.eventually("closed", () -> !closedWith.isEmpty());
        assertThat(read).containsExactly("one", "two");
        assertThat(closedWith).containsExactly(4410);
    }

    private WebSocketSession transport() {
        return (WebSocketSession) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {WebSocketSession.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "sendMessage" -> {
                            mayRead.await();
                            read.add(((TextMessage) arguments[0]).getPayload());
                        }
                        case "close" -> closedWith.add(((CloseStatus) arguments[0]).getCode());
                        default -> {}
                    }
                    return switch (method.getName()) {
                        case "isOpen" -> closedWith.isEmpty();
                        case "getId" -> "test";
                        default -> null;
                    };
                });
    }
}
