package uk.anteroom.consultation;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How final outcomes are.
 *
 * @param undoFor how long a completed consultation can be taken back
 */
@Validated
@ConfigurationProperties("anteroom.outcome")
record OutcomeSettings(@NotNull Duration undoFor) {}
