package uk.anteroom;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service: what ships. The demo world around it lives in a module of its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Anteroom {

    public static void main(String[] arguments) {
        SpringApplication.run(Anteroom.class, arguments);
    }
}
