package uk.anteroom.practicelist;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the practice list is read from the clinical system.
 *
 * @param every how often what has changed is asked for
 * @param nightlyAt from when on, in the night, everything is read, to find who has left
 * @param overlap how much earlier than the last reading is asked for again: clocks differ, and what is stored late has an earlier time
 * @param pageSize how many patients are asked for at once
 */
@ConfigurationProperties("anteroom.practice-list")
record ListSettings(
        @DefaultValue("15m") Duration every,
        @DefaultValue("02:00") LocalTime nightlyAt,
        @DefaultValue("10m") Duration overlap,
        @DefaultValue("200") int pageSize) {

    ListSettings {
        if (every.compareTo(Duration.ofMinutes(1)) < 0 || overlap.isNegative() || pageSize < 1 || pageSize > 1000) {
            throw new IllegalArgumentException(
                    "anteroom.practice-list: every is a minute or more, overlap not negative, page-size from 1 to 1000");
        }
    }
}
