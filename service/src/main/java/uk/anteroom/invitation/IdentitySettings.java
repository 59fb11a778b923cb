package uk.anteroom.invitation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patients are asked who they are.
 *
 * @param holdBack the answer to the second wrong date of birth comes so much later, to each further one twice as late
 */
@ConfigurationProperties("anteroom.identity")
record IdentitySettings(@DefaultValue("1s") Duration holdBack) {}
