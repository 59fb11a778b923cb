package uk.anteroom.toolbar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"http://video.example", "ftp://video.example", "video.example", "file:///x", "http://192.168.1.2"
            })
    void addressThatCannotBeSafeIsRefusedInASentence(String address) {
        assertThatThrownBy(() -> new Service(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The address must");
    }

    @Test
    void addressIsTheServiceAndNothingBehindIt() {
        assertThat(new Service(URI.create("https://video.example/any?x#y")).address())
                .isEqualTo(URI.create("https://video.example"));
        assertThat(new Service(URI.create("http://localhost:8080/")).address())
                .isEqualTo(URI.create("http://localhost:8080"));
    }

    @Test
    void onlyWhatIsOfTheServiceIsItsOwn() {
        Service service = new Service(URI.create("https://video.example"));
        assertThat(service.has(URI.create("https://video.example/open/x"))).isTrue();
        assertThat(service.has(URI.create("wss://video.example/fhircast/socket/x")))
                .isTrue();
        for (String other : new String[] {
            "http://video.example/open/x",
            "ws://video.example/x",
            "https://video.example:444/x",
            "https://video.example@evil.example/x",
            "https://evil.example/x",
            "file:///x"
        }) {
            assertThat(service.has(URI.create(other))).as(other).isFalse();
        }
    }

    @Test
    void waitsGrowAreSpreadAndEndSomewhere() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));
        long[] most = {1000, 2000, 4000, 8000, 15000, 15000};
        for (long whole : most) {
            assertThat(backoff.next()).isBetween(Duration.ofMillis(whole / 2), Duration.ofMillis(whole));
        }
        backoff.worked();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatIsMissingOrOfAnotherTypeIsNotThere() throws Unreachable {
        Fields fields =
                Fields.of("{\"text\":\"a\",\"number\":7,\"yes\":true,\"list\":[1,{\"x\":\"y\"}],\"none\":null}");
        assertThat(fields.text("text")).contains("a");
        assertThat(fields.text("number")).isEmpty();
        assertThat(fields.number("number")).contains(7L);
        assertThat(fields.number("text")).isEmpty();
        assertThat(fields.yes("yes")).isTrue();
        assertThat(fields.yes("text")).isFalse();
        assertThat(fields.all("list")).hasSize(1);
        assertThat(fields.inside("list")).isEmpty();
        assertThat(fields.text("none")).isEmpty();
        for (String wrong : new String[] {"", "[]", "7", "{", "{\"a\":1}x", "{a:1}", "[".repeat(100_000)}) {
            assertThatThrownBy(() -> Fields.of(wrong)).isInstanceOf(Unreachable.class);
        }
    }
}
