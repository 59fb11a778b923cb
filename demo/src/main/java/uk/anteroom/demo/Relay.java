package uk.anteroom.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * The relay that {@code bin/relay} starts. It and the demo share a secret, which whoever comes first draws.
 *
 * @param host a name or an address that the browsers reach
 */
record Relay(String host, int port) {

    private static final int USUAL_PORT = 3478;
    private static final int SECRET_BYTES = 32;

    /** Reads {@code 192.168.1.5} or {@code 192.168.1.5:3478}. */
    static Relay at(String place) {
        int colon = place.indexOf(':');
        String host = colon < 0 ? place : place.substring(0, colon);
        if (!host.matches("[0-9A-Za-z.-]+")) {
            throw new CannotStart("--relay is a name or IPv4 address, such as 192.168.1.5 or 192.168.1.5:3478.");
        }
        return new Relay(
                host, colon < 0 ? USUAL_PORT : Flags.number("The port of --relay", place.substring(colon + 1), 65_535));
    }

    /** What the service must be told. */
    List<String> settings(Path var) {
        return List.of(
                "--anteroom.call.relay.host=" + host,
                "--anteroom.call.relay.udp-port=" + port,
                "--anteroom.call.relay.secret=" + secret(var.resolve("relay")));
    }

    private static String secret(Path folder) {
        Path file = folder.resolve("secret");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                byte[] drawn = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(drawn);
                Files.writeString(file, HexFormat.of().formatHex(drawn) + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
