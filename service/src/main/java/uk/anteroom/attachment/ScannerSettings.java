package uk.anteroom.attachment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where clamd listens.
 *
 * @param host null if there is none: files wait
 */
@Validated
@ConfigurationProperties("anteroom.scanner")
record ScannerSettings(
        @Nullable String host,
        @DefaultValue("3310") @Min(1) @Max(65535) int port) {

    ScannerSettings {
        host = host == null || host.isBlank() ? null : host;
    }
}
