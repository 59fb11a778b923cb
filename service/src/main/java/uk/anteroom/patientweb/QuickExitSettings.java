package uk.anteroom.patientweb;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a patient goes who must leave at once.
 *
 * @param quickExitUrl a page that nobody wonders about, on a host that everybody knows
 */
@ConfigurationProperties("anteroom")
record QuickExitSettings(
        @DefaultValue("https://www.bbc.co.uk/weather") URI quickExitUrl) {}
