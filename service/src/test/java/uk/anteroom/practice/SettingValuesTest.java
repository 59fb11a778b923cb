package uk.anteroom.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.anteroom.kernel.Reading;

class SettingValuesTest {

    @ParameterizedTest
    @CsvSource({
        "01632 960123, 01632 960123",
        "(01632) 960-123, 01632 960 123",
        "+44 1632 960123, 01632 960123",
        "020 7946 0000, 020 7946 0000",
        "0800 1111 222, 0800 1111 222",
        "01632960123, 01632960123"
    })
    void telephoneNumbersKeepHowTheyWereGrouped(String typed, String read) {
        assertThat(PracticeTelephone.read(typed)).isEqualTo(Reading.right(new PracticeTelephone(read)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "ring us",
                "01632",
                "0900 123 4567",
                "+33 1 23 45 67 89",
                "01632 960123 4567",
                "01632 960123<b>"
            })
    void whatPatientsCannotRingIsRefused(String typed) {
        assertThat(PracticeTelephone.read(typed)).isInstanceOf(Reading.Wrong.class);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 08:00",
        "8:30, 08:30",
        "08.30, 08:30",
        "1830, 18:30",
        "6pm, 18:00",
        "6.30 PM, 18:30",
        "12am, 00:00",
        "12 pm, 12:00"
    })
    void timesAreReadAsPeopleWriteThem(String typed, String read) {
        assertThat(OpeningTime.read(typed)).isEqualTo(Reading.right(LocalTime.parse(read)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "8:60", "13pm", "0am", "noon", "8-9"})
    void whatIsNoTimeIsRefused(String typed) {
        assertThat(OpeningTime.read(typed)).isInstanceOf(Reading.Wrong.class);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", " 48 , 48", "168, 168"})
    void linksLiveForHours(String typed, int hours) {
        assertThat(LinkLife.read(typed)).isEqualTo(Reading.right(new LinkLife(Duration.ofHours(hours))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "169", "-1", "1.5", "a day", "9999"})
    void hoursOutsideOfAWeekAreRefused(String typed) {
        assertThat(LinkLife.read(typed)).isInstanceOf(Reading.Wrong.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "abcde", "r1v", "r v", "ríve", "r%76"})
    void aCodeIsThreeOrFourPlainLetters(String typed) {
        assertThat(PublicCode.read(typed)).isInstanceOf(Reading.Wrong.class);
        assertThat(PublicCode.read(" RiV ")).isEqualTo(Reading.right(new PublicCode("riv")));
    }
}
