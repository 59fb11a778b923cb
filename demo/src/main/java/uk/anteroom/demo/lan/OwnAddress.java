package uk.anteroom.demo.lan;

import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.anteroom.demo.CannotStart;

/** The address at which others on the same network find this machine. */
public final class OwnAddress {

    /** Belongs to nobody; asking for the way there sends nothing. */
    private static final InetSocketAddress ELSEWHERE = new InetSocketAddress("192.0.2.1", 9);

    private OwnAddress() {}

    /** The one that leads out, or else any in a private network. */
    public static String find() {
        return Stream.concat(leadingOut().stream(), all().stream())
                .filter(address -> address instanceof Inet4Address && address.isSiteLocalAddress())
                .map(InetAddress::getHostAddress)
                .findFirst()
                .orElseThrow(
                        () -> new CannotStart("This machine has no address in a private network that could be found:"
                                + " name one, such as --lan 192.168.1.5."));
    }

    private static Optional<InetAddress> leadingOut() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(ELSEWHERE);
            return Optional.of(socket.getLocalAddress());
        } catch (SocketException e) {
            return Optional.empty();
        }
    }

    private static List<InetAddress> all() {
        try {
            return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .flatMap(NetworkInterface::inetAddresses)
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }
}
