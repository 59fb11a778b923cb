package uk.anteroom.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.anteroom.demo.lan.Lan;

class FlagsTest {

    @Test
    void withoutFlagsNobodyElseGetsIn() {
        Flags flags = read();
        assertThat(flags.address()).isEqualTo("127.0.0.1");
        assertThat(flags.lan()).isNull();
        assertThat(flags.relay()).isNull();
    }

    @Test
    void addressAndPortForTelephonesAreTakenAsGiven() {
        assertThat(read("--lan", "192.168.1.5", "--lan-port", "9443").lan()).isEqualTo(new Lan("192.168.1.5", 9443));
        assertThat(read("--lan=10.0.0.7").lan()).isEqualTo(new Lan("10.0.0.7", 8443));
    }

    @Test
    void relayHasItsUsualPortUnlessAnotherIsGiven() {
        assertThat(read("--relay", "192.168.1.5").relay()).isEqualTo(new Relay("192.168.1.5", 3478));
        assertThat(read("--relay=relay.example:4000").relay()).isEqualTo(new Relay("relay.example", 4000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--relay=a b", "--relay=x:0", "--relay=::1", "--relay", "--lan-port=65536", "--nothing=1"})
    void nonsenseIsRefused(String flag) {
        assertThatThrownBy(() -> read(flag)).isInstanceOf(CannotStart.class);
    }

    @Test
    void secretOfTheRelayIsDrawnOnceAndKeptToItsOwner(@TempDir Path var) throws Exception {
        Relay relay = new Relay("192.168.1.5", 3478);
        List<String> first = relay.settings(var);
        assertThat(first).anyMatch(setting -> setting.matches("--anteroom\\.call\\.relay\\.secret=[0-9a-f]{64}"));
        assertThat(relay.settings(var)).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(var.resolve("relay/secret"))))
                .isEqualTo("rw-------");
    }

    private static Flags read(String... arguments) {
        return Flags.read(List.of(arguments), Map.of());
    }
}
