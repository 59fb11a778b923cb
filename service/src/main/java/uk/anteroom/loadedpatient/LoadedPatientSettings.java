package uk.anteroom.loadedpatient;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set about the loaded patient; application.yaml has the reason for each default.
 *
 * @param silentAfter how long a source may be silent before what it told is not believed any more
 * @param topicLife how long programs of one member of staff share a topic
 * @param lease how long a subscription lasts at most
 * @param connectWithin how long an endpoint waits for its socket
 * @param answerWithin how long a program may take to acknowledge an event
 * @param pingEvery how often the hub looks for a sign of life
 */
@Validated
@ConfigurationProperties("anteroom.loaded-patient")
public record LoadedPatientSettings(
        @DefaultValue("35s") @DurationMin(seconds = 1) Duration silentAfter,

        @DefaultValue("12h") @DurationMin(seconds = 1) @DurationMax(hours = 12)
        Duration topicLife,

        @DefaultValue("2h") @DurationMin(seconds = 1) Duration lease,
        @DefaultValue("60s") @DurationMin(seconds = 1) Duration connectWithin,
        @DefaultValue("10s") @DurationMin(millis = 50) Duration answerWithin,
        @DefaultValue("10s") @DurationMin(millis = 50) Duration pingEvery) {}
