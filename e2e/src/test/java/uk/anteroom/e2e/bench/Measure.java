package uk.anteroom.e2e.bench;

import java.lang.reflect.InvocationTargetException;
import uk.anteroom.e2e.stage.House;

/** Runs one measurement, and ends also when it broke off: the threads that talk to the browsers would keep the program waiting, silently. */
public final class Measure {

    private Measure() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        String name = "%s.%s".formatted(Measure.class.getPackageName(), arguments[0]);
        Class<?> measurement = Class.forName(name);
        try {
            measurement.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            e.getCause().printStackTrace();
            System.exit(1);
        }
        House.leave();
        System.exit(0);
    }
}
