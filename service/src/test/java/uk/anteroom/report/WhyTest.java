package uk.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.anteroom.attempt.Reason;
import uk.anteroom.call.Check;

class WhyTest {

    @ParameterizedTest
    @EnumSource
    void everyReasonHasWordsAndSomethingThatHelps(Why why) throws IOException {
        String key = "report.why." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertThat(words()).containsKeys(key, key + ".fix");
        assertThat(words().getProperty(key + ".fix").split("(?<=\\.) ")).hasSizeBetween(1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonOfAnAttemptIsAReasonHereUnlessTheyMet(Reason reason) {
        boolean met = reason == Reason.CONNECTED || reason == Reason.CONNECTED_THEN_LOST;
        assertThat(Why.of(reason)).isEqualTo(met ? null : Why.valueOf(reason.name()));
    }

    @ParameterizedTest
    @EnumSource
    void everyBrowserHasAName(Check.Browser browser) throws IOException {
        assertThat(words())
                .containsKey("report.browser."
                        + browser.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @ParameterizedTest
    @EnumSource
    void everySystemHasAName(Check.System system) throws IOException {
        assertThat(words()).containsKey("report.system." + system.name().toLowerCase(Locale.ROOT));
    }

    private static Properties words() throws IOException {
        Properties words = new Properties();
        try (var reader = Files.newBufferedReader(
                Path.of("src/main/resources/messages-after.properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
