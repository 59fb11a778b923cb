package uk.anteroom.smtp;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How emails leave; the server's own settings are {@code spring.mail}.
 *
 * @param from the address emails come from; the practice's name stands before it
 */
@Validated
@ConfigurationProperties("anteroom.smtp")
record SmtpSettings(@NotNull String from) {}
