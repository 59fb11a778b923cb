package uk.anteroom.attachment;

import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scanner that is set up, or none. */
@Configuration
class ScannerConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ScannerConfiguration.class);

    @Bean
    Scanner scanner(ScannerSettings settings) {
        String host = settings.host();
        if (host == null) {
            LOG.warn("No scanner (anteroom.scanner.host): files of conversations wait, and nobody can read them");
            return file -> {
                throw new ScannerAway("None is set up");
            };
        }
        return new Clamd(() -> new InetSocketAddress(host, settings.port()));
    }
}
