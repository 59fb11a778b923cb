package uk.anteroom.demo.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.anteroom.demo.cast.Person;
import uk.anteroom.kernel.NhsNumber;

class CrowdTest {

    @Test
    void everybodyHasAValidTestNumberOfTheirOwn() {
        assertThat(Arrays.stream(Person.values())
                        .map(person -> person.patient().nhsNumber().value()))
                .doesNotHaveDuplicates()
                .allMatch(number -> number.startsWith("999"))
                .allMatch(number -> NhsNumber.read(number).isPresent());
    }

    @Test
    void tenthOrSoOfTheNumbersWasNeverIssued() {
        long issued = IntStream.range(999_200_000, 999_211_000)
                .mapToObj(Crowd::withCheckDigit)
                .filter(Objects::nonNull)
                .count();
        assertThat(issued).isBetween(9_900L, 10_100L);
    }
}
