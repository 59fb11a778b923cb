package uk.anteroom;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service: what ships. The demo world around it lives in a module of its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Anteroom {

    /**
     * How many virtual threads run at once. One that loads a class holds its carrier while it waits for another that loads one: with as few carriers as a small
     * machine has processors they wait for each other for ever (seen with two, at the first requests after a start).
     */
    private static final String CARRIERS = "16";

    /** Must be said before the first virtual thread runs. What was set from outside stands. */
    public static void enoughCarriers() {
        String setting = "jdk.virtualThreadScheduler.parallelism";
        if (System.getProperty(setting) == null) {
            System.setProperty(setting, CARRIERS);
        }
    }

    public static void main(String[] arguments) {
        enoughCarriers();
        SpringApplication.run(Anteroom.class, arguments);
    }
}
