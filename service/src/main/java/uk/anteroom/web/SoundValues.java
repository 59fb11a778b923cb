package uk.anteroom.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Refuses, at every door, values that no person types: a NUL is no text to PostgreSQL, and would look like a fault of ours. */
@Configuration
class SoundValues {

    @Bean
    StrictHttpFirewall soundValuesOnly() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }
}
