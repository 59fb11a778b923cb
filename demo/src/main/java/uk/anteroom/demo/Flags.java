package uk.anteroom.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What was asked for on the command line.
 *
 * @param port of the pages; the health check answers on the next one
 * @param address the network address to listen on; the passwords are public, so by default only this machine's own
 * @param var where everything is kept
 * @param patients how many made-up patients to add to the cast, for load checks
 */
record Flags(int port, String address, Path var, int patients) {

    static final String USAGE = "Known flags: --port NUMBER, --bind ADDRESS, --var FOLDER, --patients NUMBER.";

    private static final int MOST_PATIENTS = 1_000_000;

    /** Reads {@code --port 8090} and {@code --port=8090} alike. The environment's PORT counts where no flag is given. */
    static Flags read(List<String> arguments, Map<String, String> environment) {
        int port = number("PORT", environment.getOrDefault("PORT", "8080"), 65_534);
        String address = "127.0.0.1";
        Path var = Path.of("var");
        int patients = 0;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (equals < 0 && i + 1 == arguments.size()) {
                throw new CannotStart("The flag " + name + " is unknown or lacks its value. " + USAGE);
            }
            String value = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
            switch (name) {
                case "--port" -> port = number(name, value, 65_534);
                case "--bind" -> address = value;
                case "--var" -> var = Path.of(value);
                case "--patients" -> patients = number(name, value, MOST_PATIENTS);
                default -> throw new CannotStart("The flag " + name + " is unknown. " + USAGE);
            }
        }
        return new Flags(port, address, var.toAbsolutePath().normalize(), patients);
    }

    int managementPort() {
        return port + 1;
    }

    private static int number(String name, String value, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new CannotStart(name + " must be a number from 1 to " + most + ", not " + value + ".");
    }
}
