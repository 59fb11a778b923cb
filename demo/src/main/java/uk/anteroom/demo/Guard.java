package uk.anteroom.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import uk.anteroom.demo.lan.Lan;

/** Refuses to start the demo, whose passwords everybody knows, where it could be taken for the real thing. */
final class Guard {

    private Guard() {}

    /** Throws {@link CannotStart} if the settings look like a real installation's. */
    static void againstProduction(Environment settings) {
        if (settings.getProperty("spring.datasource.url") != null) {
            throw new CannotStart("The demo brings its own database and does not start with spring.datasource.url set:"
                    + " it would put people with known passwords into yours.");
        }
        if (Arrays.stream(settings.getActiveProfiles())
                .anyMatch(profile -> profile.toLowerCase(Locale.ROOT).startsWith("prod"))) {
            throw new CannotStart("The demo does not start with a production profile: its passwords are public.");
        }
        String address = publicUrl(settings);
        if (address != null && !isNear(address)) {
            throw new CannotStart("The demo does not start for " + address
                    + ": its passwords are public, so it serves only this machine or a private network.");
        }
    }

    /** Throws {@link CannotStart} if more than the people on one private network could come in. */
    static void againstStrangers(Lan lan) {
        if (!isNear(lan.url().toString())) {
            throw new CannotStart(
                    "The demo does not open itself on " + lan.address()
                            + ": its passwords are public, so --lan takes an IPv4 address of this machine in a private network.");
        }
        portIsFree(lan.address(), lan.port(), "--lan-port", ".");
    }

    /** The public address somebody set from outside, if any. */
    static @Nullable String publicUrl(Environment settings) {
        String set = settings.getProperty("anteroom.public-url");
        return set == null ? settings.getProperty("anteroom.publicurl") : set;
    }

    /** Throws {@link CannotStart} if somebody else listens there. */
    static void portIsFree(String address, int port) {
        portIsFree(address, port, "--port", ". The demo uses that port and the next one.");
    }

    private static void portIsFree(String address, int port, String flag, String end) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (UnknownHostException e) {
            throw new CannotStart("There is no network address " + address + " on this machine.", e);
        } catch (IOException e) {
            throw new CannotStart(
                    "Port " + port + " of " + address + " cannot be used: stop what uses it, or choose another with "
                            + flag + end,
                    e);
        }
    }

    private static boolean isNear(String address) {
        try {
            String host = URI.create(address).getHost();
            if (host == null) {
                return false;
            }
            if (host.equals("localhost") || host.endsWith(".localhost")) {
                return true;
            }
            // only an address written out: a name may lead elsewhere tomorrow
            if (!host.matches("[0-9.]+|\\[.*]")) {
                return false;
            }
            InetAddress place = InetAddress.getByName(host);
            return place.isLoopbackAddress() || place.isSiteLocalAddress() || place.isLinkLocalAddress();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return false;
        }
    }
}
