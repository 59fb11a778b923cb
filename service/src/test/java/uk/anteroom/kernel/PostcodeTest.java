package uk.anteroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeTest {

    @ParameterizedTest
    @CsvSource({
        "LS1 4AP, LS1 4AP",
        "ls14ap, LS1 4AP",
        " sw1a1aa , SW1A 1AA",
        "M1 1AE, M1 1AE",
        "b33 8th, B33 8TH",
        "EC1A1BB, EC1A 1BB",
        "DN55  1PT, DN55 1PT",
        "gir0aa, GIR 0AA"
    })
    void postcodesAreReadInAnySpelling(String typed, String read) {
        assertThat(Postcode.read(typed)).isEqualTo(Reading.right(new Postcode(read)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "LS1",
                "4AP",
                "Leeds",
                "LS1 4A1",
                "LS1 4CA",
                "12345",
                "LS111 4AP",
                "LS1 4AP; drop",
                "ＬＳ１ ４ＡＰ"
            })
    void whatIsNoPostcodeIsRefused(String typed) {
        assertThat(Postcode.read(typed)).isInstanceOf(Reading.Wrong.class);
    }

    @Test
    void itHidesItselfWhenPrinted() {
        assertThat(new Postcode("LS1 4AP").toString()).doesNotContain("LS1");
    }
}
