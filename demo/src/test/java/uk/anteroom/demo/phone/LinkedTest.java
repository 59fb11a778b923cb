package uk.anteroom.demo.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LinkedTest {

    @Test
    void linkEndsBeforeTheFullStopAndNothingIsLost() {
        String text = "Open http://localhost:8080/v/riv-Qm7. Or (https://a.example/b) call.";
        var pieces = Linked.pieces(text);
        assertThat(pieces)
                .extracting(Linked::href)
                .containsExactly(null, "http://localhost:8080/v/riv-Qm7", null, "https://a.example/b", null);
        assertThat(pieces.stream().map(Linked::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
