package uk.anteroom.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelaySettingsTest {

    private static final String SECRET = "qW8rT2yU5iO9pA3sD6fG1hJ4kL7zX0cV";

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "short",
                "qW8rT2yU5iO9pA3sD6fG1hJ4kL7zX0c",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "change-me-0123456789-0123456789-0123456789"
            })
    void relayWithAWeakSecretDoesNotStart(@Nullable String secret) {
        assertThatThrownBy(() -> settings("turn.riverside.example", secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("anteroom.call.relay.secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"turn:turn.riverside.example", "turn.riverside.example:3478", "a b", "a/b", "[::1"})
    void hostIsANameOrAnAddressAlone(String host) {
        assertThatThrownBy(() -> settings(host, SECRET)).hasMessageContaining("anteroom.call.relay.host");
    }

    @Test
    void withoutAHostThereIsNoRelayAndNoSecretIsNeeded() {
        assertThat(settings("", "").host()).isNull();
        assertThat(settings(null, null).host()).isNull();
        assertThat(settings("[2001:db8::1]", SECRET).host()).isEqualTo("[2001:db8::1]");
    }

    @Test
    void secretIsNotPrinted() {
        assertThat(settings("turn.riverside.example", SECRET).toString())
                .doesNotContain(SECRET)
                .contains("(secret)");
    }

    private static RelaySettings settings(@Nullable String host, @Nullable String secret) {
        return new RelaySettings(host, secret, 3478, 5349, Duration.ofMinutes(15));
    }
}
