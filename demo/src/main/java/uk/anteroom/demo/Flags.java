package uk.anteroom.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.anteroom.demo.lan.Lan;
import uk.anteroom.demo.lan.OwnAddress;

/**
 * What was asked for on the command line.
 *
 * @param port of the pages; the health check answers on the next one
 * @param address the network address to listen on; the passwords are public, so by default only this machine's own
 * @param var where everything is kept
 * @param patients how many made-up patients to add to the cast, for load checks
 * @param lan where telephones reach the demo too, if they shall
 * @param relay what carries calls that find no direct way, if there is one
 */
record Flags(
        int port,
        String address,
        Path var,
        int patients,
        @Nullable Lan lan,
        @Nullable Relay relay) {

    static final String USAGE =
            "Known flags: --port NUMBER, --bind ADDRESS, --var FOLDER, --patients NUMBER, --lan [ADDRESS],"
                    + " --lan-port NUMBER, --relay HOST[:PORT].";

    private static final int MOST_PATIENTS = 1_000_000;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LAN_PORT = 8443;

    /** Reads {@code --port 8090} and {@code --port=8090} alike. The environment's PORT counts where no flag is given. */
    static Flags read(List<String> arguments, Map<String, String> environment) {
        int port = number("PORT", environment.getOrDefault("PORT", "8080"), HIGHEST_PORT - 1);
        String address = "127.0.0.1";
        Path var = Path.of("var");
        int patients = 0;
        boolean lan = false;
        String lanAddress = null;
        int lanPort = LAN_PORT;
        Relay relay = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            boolean another = i + 1 < arguments.size();
            if (argument.equals("--lan") && !(another && !arguments.get(i + 1).startsWith("--"))) {
                lan = true;
                continue;
            }
            if (equals < 0 && !another) {
                throw new CannotStart("The flag " + name + " is unknown or lacks its value. " + USAGE);
            }
            String value = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
            switch (name) {
                case "--port" -> port = number(name, value, HIGHEST_PORT - 1);
                case "--bind" -> address = value;
                case "--var" -> var = Path.of(value);
                case "--patients" -> patients = number(name, value, MOST_PATIENTS);
                case "--lan" -> {
                    lan = true;
                    lanAddress = value;
                }
                case "--lan-port" -> lanPort = number(name, value, HIGHEST_PORT);
                case "--relay" -> relay = Relay.at(value);
                default -> throw new CannotStart("The flag " + name + " is unknown. " + USAGE);
            }
        }
        return new Flags(
                port,
                address,
                var.toAbsolutePath().normalize(),
                patients,
                lan ? new Lan(lanAddress == null ? OwnAddress.find() : lanAddress, lanPort) : null,
                relay);
    }

    int managementPort() {
        return port + 1;
    }

    static int number(String name, String value, int most) {
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
