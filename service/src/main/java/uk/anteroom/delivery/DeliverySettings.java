package uk.anteroom.delivery;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who carries letters, in the order in which they are asked.
 *
 * @param email names of carriers
 * @param sms names of carriers; none, and no text message leaves
 */
@ConfigurationProperties("anteroom.delivery")
record DeliverySettings(
        @DefaultValue List<String> email, @DefaultValue List<String> sms) {}
