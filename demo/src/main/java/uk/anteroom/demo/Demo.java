package uk.anteroom.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import uk.anteroom.Anteroom;

/** Starts the whole demo world in one program. */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) throws InterruptedException {
        Anteroom.enoughCarriers();
        // until the service has set up its logging; the console is for people
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.OFF);
        }
        World world = new World();
        // Ctrl-C: first the service, then what it stands on
        Runtime.getRuntime().addShutdownHook(new Thread(world::close, "demo-shutdown"));
        try {
            Flags flags = Flags.read(Arrays.asList(arguments), System.getenv());
            world.start(flags);
            System.out.println(Banner.of(world.address(), flags.lan(), world.scanned()));
        } catch (CannotStart e) {
            System.err.println(e.sentence());
            System.exit(1);
        } catch (RuntimeException e) {
            System.err.println("The demo did not start: " + innermost(e) + ". The log in var/anteroom.log says more; "
                    + "bin/run --fresh begins anew.");
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static String innermost(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
