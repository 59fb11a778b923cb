package uk.anteroom.toolbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void commandLineIsRead() {
        assertThat(Options.read(List.of()).address()).isEmpty();
        assertThat(Options.read(List.of("--address", "https://v.example")).address())
                .contains(URI.create("https://v.example"));
        assertThat(Options.read(List.of("--contrast", "--address=https://v.example")))
                .isEqualTo(new Options(java.util.Optional.of(URI.create("https://v.example")), true));
    }

    @Test
    void whatIsNotKnownIsSaidInASentence() {
        assertThatThrownBy(() -> Options.read(List.of("--password", "x"))).hasMessageContaining("not --password.");
        assertThatThrownBy(() -> Options.read(List.of("--address"))).hasMessageContaining("not --address.");
        assertThatThrownBy(() -> Options.read(List.of("--address", "a b"))).hasMessageContaining("The address must");
    }
}
