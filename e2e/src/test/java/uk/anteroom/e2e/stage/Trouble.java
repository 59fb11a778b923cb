package uk.anteroom.e2e.stage;

import java.util.EnumSet;
import java.util.Set;
import uk.anteroom.e2e.stage.Network.Host;

/** What can go wrong on the way. It goes wrong at the bridge, as in a real network: a host's own filter would tell its programs at once. */
public final class Trouble {

    private static final String NO_UDP = """
            iifname "%1$s" ip protocol udp counter drop
            oifname "%1$s" ip protocol udp counter drop
            """;
    private static final String NOTHING = """
            iifname "%1$s" counter drop
            oifname "%1$s" counter drop
            """;

    private final Network network;
    private final Set<Host> moved = EnumSet.noneOf(Host.class);

    Trouble(Network network) {
        this.network = network;
    }

    /** The two devices cannot reach each other. */
    public void noDirectWay() {
        String one = Network.wire(Host.PATIENT);
        String other = Network.wire(Host.CLINICIAN);
        filter("""
                iifname "%1$s" oifname "%2$s" counter drop
                iifname "%2$s" oifname "%1$s" counter drop
                """.formatted(one, other));
    }

    /** A network that lets no UDP through. */
    public void noUdp(Host host) {
        filter(NO_UDP.formatted(Network.wire(host)));
    }

    /** A network that lets nothing through but TLS. */
    public void onlyTls(Host host) {
        filter(NO_UDP.formatted(Network.wire(host)) + "tcp dport 3478 counter drop\n");
    }

    /** The wire is cut. */
    public void nothing(Host host) {
        filter(NOTHING.formatted(Network.wire(host)));
    }

    /** So many of a hundred packets get lost, each way. */
    public void loss(int percent) {
        filter("ip protocol udp numgen random mod 100 < %d counter drop\n".formatted(percent));
    }

    /** No more than that reaches the host. */
    public void rate(Host host, int kilobits) {
        Shell.run(
                network.onBridge("sh", "-e"),
                "tc qdisc replace dev " + Network.wire(host) + " root tbf rate " + kilobits
                        + "kbit burst 8kb latency 200ms\n");
    }

    /** Another network on the same device. */
    public void newAddress(Host host) {
        network.move(host, host.otherAddress());
        moved.add(host);
    }

    void oldAddresses() {
        moved.forEach(host -> network.move(host, host.address()));
        moved.clear();
    }

    /** The rate is as before. */
    public void fullRate(Host host) {
        Shell.run(network.onBridge("sh"), "tc qdisc del dev " + Network.wire(host) + " root 2>/dev/null || true\n");
    }

    /** Everything passes again. */
    public void over() {
        Shell.run(network.onBridge("nft", "-f", "-"), "flush ruleset\n");
    }

    private void filter(String rules) {
        Shell.run(network.onBridge("nft", "-f", "-"), """
                flush ruleset
                table bridge trouble {
                chain forward {
                type filter hook forward priority 0;
                %s
                }
                }
                """.formatted(rules));
    }
}
