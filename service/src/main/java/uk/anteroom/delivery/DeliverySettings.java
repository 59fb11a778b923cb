package uk.anteroom.delivery;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How letters leave.
 *
 * @param from the address emails come from; the practice's name stands before it
 */
@Validated
@ConfigurationProperties("anteroom.delivery")
record DeliverySettings(@NotNull String from) {}
