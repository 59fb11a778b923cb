package uk.anteroom.e2e.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.anteroom.e2e.stage.Relay;

/**
 * What a relayed call costs the relay, and so how many of them one processor carries. Pairs of coturn's own clients send each other packets of
 * the size of a picture's; both ends of each pair are relayed. The figure is the relay's own processor time, so it does not matter that the
 * clients share the machine.
 */
public final class RelayCost {

    private static final int CLIENTS = 20;
    private static final int MESSAGES = Integer.getInteger("messages", 2000);
    private static final int BYTES = 900;

    /** Each way 1.2 Mbit/s of picture in packets of that size, and 50 packets of sound. */
    private static final int PACKETS_A_SECOND = 2 * (1_200_000 / 8 / BYTES + 50);

    private static final double CLOCK_TICKS = 100;
    private static final Pattern LOST = Pattern.compile("Total lost packets (\\d+)");
    private static final Pattern RECEIVED = Pattern.compile("start_mclient: tot_send_msgs=\\d+, tot_recv_msgs=(\\d+)");

    private RelayCost() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("anteroom-relay-cost");
        System.out.printf(
                Locale.UK,
                "%d clients in pairs, %d packets of %d bytes each; a call is %d packets a second%n%n",
                CLIENTS,
                MESSAGES,
                BYTES,
                PACKETS_A_SECOND);
        System.out.println("way    packets  lost  processor time a packet  calls a processor");
        print(folder, "UDP", List.of());
        print(folder, "TCP", List.of("-t"));
        print(folder, "TLS", List.of("-t", "-S"));
    }

    private static void print(Path folder, String way, List<String> flags) throws IOException, InterruptedException {
        // one relay each, so that none begins with what another left
        try (Relay relay = Relay.forLoad(Files.createDirectory(folder.resolve(way)))) {
            int port = way.equals("TLS") ? relay.tlsPort() : relay.address().getPort();
            List<String> command = new ArrayList<>(List.of("turnutils_uclient", "-y", "-c", "-u", "x"));
            command.addAll(List.of("-W", Relay.SECRET, "-m", "" + CLIENTS, "-n", "" + MESSAGES, "-l", "" + BYTES));
            command.addAll(List.of("-z", "5", "-p", "" + port));
            command.addAll(flags);
            command.add("127.0.0.1");
            double before = processorSeconds(relay.pid());
            Process clients =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(clients.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (clients.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            double used = processorSeconds(relay.pid()) - before;
            long received = last(RECEIVED, said);
            double micros = 1e6 * used / received;
            System.out.printf(
                    Locale.UK,
                    "%-5s %8d %5d %20.1f µs %18.0f%n",
                    way,
                    received,
                    last(LOST, said),
                    micros,
                    1e6 / (micros * PACKETS_A_SECOND));
        }
    }

    /** As proc(5) counts it: fields 14 and 15, after a name in brackets. */
    private static double processorSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / CLOCK_TICKS;
    }

    private static long last(Pattern pattern, String said) {
        Matcher found = pattern.matcher(said);
        long number = -1;
        while (found.find()) {
            number = Long.parseLong(found.group(1));
        }
        if (number < 0) {
            throw new IllegalStateException(pattern + " is not in " + said);
        }
        return number;
    }
}
