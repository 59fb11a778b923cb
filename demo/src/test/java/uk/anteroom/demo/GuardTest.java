package uk.anteroom.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import uk.anteroom.demo.lan.Lan;

class GuardTest {

    @Test
    void anotherDatabaseIsRefused() {
        MockEnvironment settings =
                new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/live");
        assertThatThrownBy(() -> Guard.againstProduction(settings)).isInstanceOf(CannotStart.class);
    }

    @Test
    void productionProfileIsRefused() {
        MockEnvironment settings = new MockEnvironment();
        settings.setActiveProfiles("production");
        assertThatThrownBy(() -> Guard.againstProduction(settings)).isInstanceOf(CannotStart.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://video.nhs.uk",
                "https://81.2.69.142",
                "https://localhost.example.org",
                "nonsense",
                "https://10.evil.example"
            })
    void publicAddressIsRefused(String address) {
        MockEnvironment settings = new MockEnvironment().withProperty("anteroom.public-url", address);
        assertThatThrownBy(() -> Guard.againstProduction(settings)).isInstanceOf(CannotStart.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080", "https://127.0.0.1:8443", "https://192.168.1.5:8080", "http://10.0.0.7"
            })
    void addressNearbyIsAllowed(String address) {
        MockEnvironment settings = new MockEnvironment().withProperty("anteroom.public-url", address);
        assertThatCode(() -> Guard.againstProduction(settings)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"81.2.69.142", "0.0.0.0", "video.example"})
    void telephonesFromTheWholeWorldAreRefused(String address) {
        assertThatThrownBy(() -> Guard.againstStrangers(new Lan(address, 8443)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("private network");
    }

    @Test
    void takenPortIsSaidInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Guard.portIsFree("127.0.0.1", taken.getLocalPort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("Port " + taken.getLocalPort() + " of 127.0.0.1 cannot be used");
        }
    }
}
