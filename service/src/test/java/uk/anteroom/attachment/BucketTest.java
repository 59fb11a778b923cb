package uk.anteroom.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.anteroom.testing.Together.together;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.anteroom.testing.RealS3;

class BucketTest {

    private static final RealS3 S3 = new RealS3();
    private static final Duration MOST = Bucket.CALL.plusSeconds(3);

    @BeforeAll
    static void start() {
        S3.start();
    }

    @AfterAll
    static void stop() {
        S3.stop();
    }

    @Test
    void rightSettingsAreTriedOutWithoutAWord() {
        Bucket bucket = bucket(S3.endpoint(), RealS3.BUCKET, RealS3.ACCESS_KEY, RealS3.SECRET);
        assertThatCode(bucket::tryOut).doesNotThrowAnyException();
    }

    @Test
    void wrongSecretIsRefusedAtTheStartWithAClearWord() {
        String wrong = "another-secret-of-the-same-size";
        assertThatThrownBy(bucket(S3.endpoint(), RealS3.BUCKET, RealS3.ACCESS_KEY, wrong)::tryOut)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("anteroom.attachment.store")
                .hasMessageContaining("SignatureDoesNotMatch")
                .hasMessageNotContaining(wrong);
    }

    @Test
    void unknownKeyAndMissingBucketAreRefusedAtTheStart() {
        assertThatThrownBy(bucket(S3.endpoint(), RealS3.BUCKET, "nobody", RealS3.SECRET)::tryOut)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("403");
        assertThatThrownBy(bucket(S3.endpoint(), "no-such-bucket", RealS3.ACCESS_KEY, RealS3.SECRET)::tryOut)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NoSuchBucket");
    }

    @Test
    void missingBucketIsNoMissingFile() {
        Bucket nowhere = bucket(S3.endpoint(), "no-such-bucket", RealS3.ACCESS_KEY, RealS3.SECRET);
        assertThatThrownBy(() -> nowhere.get("a/b")).isInstanceOf(StoreAway.class);
    }

    @Test
    void storeThatIsAwayAtTheStartIsNoReasonNotToStart() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Bucket away = bucket("http://127.0.0.1:" + closed, RealS3.BUCKET, RealS3.ACCESS_KEY, RealS3.SECRET);
        assertThatCode(away::tryOut).doesNotThrowAnyException();
        assertThatThrownBy(() -> away.get("a/b")).isInstanceOf(StoreAway.class);
    }

    @Test
    void storeThatHangsOrDripsIsGivenUpInTime() throws Exception {
        try (Hung silent = new Hung(0);
                Hung dripping = new Hung(500)) {
            List<Hung> both = List.of(silent, dripping);
            List<Duration> took = together(4, n -> {
                Bucket bucket = bucket(both.get(n % 2).endpoint(), RealS3.BUCKET, RealS3.ACCESS_KEY, RealS3.SECRET);
                long began = System.nanoTime();
                assertThatThrownBy(() -> {
                            if (n < 2) {
                                bucket.get("a/b");
                            } else {
                                bucket.put("a/b", new byte[5_000_000]);
                            }
                        })
                        .isInstanceOf(StoreAway.class);
                return Duration.ofNanos(System.nanoTime() - began);
            });
            assertThat(took).allMatch(duration -> duration.compareTo(MOST) < 0);
        }
    }

    private static Bucket bucket(String endpoint, String name, String accessKey, String secret) {
        return new Bucket(new FileStoreSettings(URI.create(endpoint), "eu-west-2", name, accessKey, secret, true));
    }

    /** Takes every connection and answers with one byte at a time, or never. */
    private static final class Hung implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final CountDownLatch over = new CountDownLatch(1);
        private final int everyMillis;

        Hung(int everyMillis) throws IOException {
            this.everyMillis = everyMillis;
            Thread.ofVirtual().start(this::accept);
        }

        String endpoint() {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }

        private void accept() {
            while (over.getCount() > 0) {
                try {
                    Socket taken = socket.accept();
                    Thread.ofVirtual().start(() -> answer(taken));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void answer(Socket taken) {
            try (taken) {
                OutputStream out = taken.getOutputStream();
                if (everyMillis == 0) {
                    over.await();
                    return;
                }
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                do {
                    out.write('x');
                    out.flush();
                } while (!over.await(everyMillis, TimeUnit.MILLISECONDS));
            } catch (IOException | InterruptedException e) {
                // given up, as it should be
            }
        }

        @Override
        public void close() throws IOException {
            over.countDown();
            socket.close();
        }
    }
}
