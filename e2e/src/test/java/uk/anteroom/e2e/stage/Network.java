package uk.anteroom.e2e.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Four hosts and a bridge between them, each in a network namespace of its own: what happens here touches nothing else on this machine, and
 * nothing here reaches the world. It needs root.
 */
public final class Network implements AutoCloseable {

    /** Who is on it. */
    public enum Host {
        SERVER(10),
        PATIENT(11),
        CLINICIAN(12),
        RELAY(13);

        private final int number;

        Host(int number) {
            this.number = number;
        }

        public String address() {
            return address(number);
        }

        /** Another address of the same host, for when it changes networks. */
        public String otherAddress() {
            return address(number + 10);
        }

        private static String address(int number) {
            return "10.99.0." + number;
        }
    }

    private static final String BRIDGE = "bridge";

    /** Several runs may go on side by side. */
    private final String prefix = "anteroom-" + ProcessHandle.current().pid() + "-";

    private Network() {}

    static Network open() {
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new IllegalStateException("The network tests make network namespaces, which only root may.");
        }
        Network network = new Network();
        network.build();
        return network;
    }

    /** A command that runs on that host. */
    List<String> on(Host host, String... command) {
        return inside(name(host), command);
    }

    /** A command that runs where all wires meet. */
    List<String> onBridge(String... command) {
        return inside(prefix + BRIDGE, command);
    }

    /** The end of a host's wire at the bridge. */
    static String wire(Host host) {
        return "v-" + name(host.name());
    }

    /** Takes the host off the network for a second, and brings it back with another address: from Wi-Fi to mobile data. */
    void move(Host host, String address) {
        String at = prefix + name(host.name());
        // flush first: with the new address added before, removing the old one takes both
        Shell.run("""
                ip -n %1$s link set eth0 down
                sleep 1
                ip -n %1$s addr flush dev eth0
                ip -n %1$s addr add %2$s/24 dev eth0
                ip -n %1$s link set eth0 up
                """.formatted(at, address));
    }

    @Override
    public void close() {
        StringBuilder script = new StringBuilder();
        for (Host host : Host.values()) {
            script.append("ip netns del ").append(name(host)).append('\n');
        }
        Shell.run(script + "ip netns del " + prefix + BRIDGE);
    }

    private void build() {
        String bridge = prefix + BRIDGE;
        StringBuilder script = new StringBuilder("""
                ip netns add %1$s
                ip -n %1$s link add br0 type bridge
                ip -n %1$s link set br0 up
                """.formatted(bridge));
        for (Host host : Host.values()) {
            script.append("""
                    ip netns add %1$s
                    ip -n %1$s link set lo up
                    ip link add %2$s netns %3$s type veth peer name eth0 netns %1$s
                    ip -n %3$s link set %2$s master br0 up
                    ip -n %1$s addr add %4$s/24 dev eth0
                    ip -n %1$s link set eth0 up
                    """.formatted(name(host), wire(host), bridge, host.address()));
        }
        Shell.run(script.toString());
    }

    private static List<String> inside(String namespace, String... command) {
        List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
        whole.addAll(List.of(command));
        return whole;
    }

    private String name(Host host) {
        return prefix + name(host.name());
    }

    private static String name(String host) {
        return host.toLowerCase(Locale.ROOT);
    }
}
