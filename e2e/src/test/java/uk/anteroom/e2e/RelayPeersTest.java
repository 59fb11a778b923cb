package uk.anteroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.stage.RelayClient.FINE;

import java.nio.file.Path;
import java.time.Instant;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.anteroom.e2e.stage.Relay;
import uk.anteroom.e2e.stage.RelayClient;
import uk.anteroom.e2e.stage.RelayClient.Family;

/** What the relay in production sends to, and what it must never reach. */
class RelayPeersTest {

    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;

    /** Each is where something listens that trusts its neighbours. */
    private static final String[] PRIVATE = {
        "0.0.0.1", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1",
                "172.31.255.254",
        "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1",
        "255.255.255.255"
    };

    /** Private ones, and ways to write private IPv4 addresses. */
    private static final String[] PRIVATE_IPV6 = {
        "::1",
        "::7f00:1",
        "::a00:1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::1",
        "2001:db8::1",
        "fc00::1",
        "fd00::1",
        "fe80::1",
        "ff02::1"
    };

    @TempDir
    static Path folder;

    private static Relay relay;

    @BeforeAll
    static void start() {
        relay = Relay.start(folder);
    }

    @AfterAll
    static void stop() {
        relay.close();
    }

    @Test
    void privateAddressesAreForbiddenAndPublicOnesAreNot() {
        try (RelayClient client = client(Family.IPV4)) {
            assertThat(client.allocate()).isEqualTo(FINE);
            SoftAssertions all = new SoftAssertions();
            for (String peer : PRIVATE) {
                all.assertThat(client.permission(peer)).as(peer).isEqualTo(FORBIDDEN);
            }
            for (String peer : new String[] {"8.8.8.8", "172.32.0.1", "192.169.0.1", "100.128.0.1"}) {
                all.assertThat(client.permission(peer)).as(peer).isEqualTo(FINE);
            }
            all.assertAll();
        }
    }

    @Test
    void privateAddressesWrittenAsIpv6AreForbiddenToo() {
        try (RelayClient client = client(Family.IPV6)) {
            assertThat(client.allocate()).isEqualTo(FINE);
            SoftAssertions all = new SoftAssertions();
            for (String peer : PRIVATE) {
                all.assertThat(client.permission(peer)).as("mapped " + peer).isEqualTo(FORBIDDEN);
            }
            for (String peer : PRIVATE_IPV6) {
                all.assertThat(client.permission(peer)).as(peer).isEqualTo(FORBIDDEN);
            }
            all.assertThat(client.permission("2001:4860:4860::8888"))
                    .as("a public one")
                    .isEqualTo(FINE);
            all.assertAll();
        }
    }

    @Test
    void passwordThatIsOverOpensNothing() {
        Instant past = Instant.now().minusSeconds(5);
        try (RelayClient late = new RelayClient(relay.address(), Family.IPV4, Relay.SECRET, past)) {
            assertThat(late.allocate()).isEqualTo(UNAUTHORISED);
        }
    }

    @Test
    void passwordOfAnotherSecretOpensNothing() {
        Instant soon = Instant.now().plusSeconds(60);
        try (RelayClient stranger = new RelayClient(relay.address(), Family.IPV4, Relay.SECRET + "x", soon)) {
            assertThat(stranger.allocate()).isEqualTo(UNAUTHORISED);
        }
    }

    private static RelayClient client(Family family) {
        return new RelayClient(
                relay.address(), family, Relay.SECRET, Instant.now().plusSeconds(60));
    }
}
