package uk.anteroom.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/** The secrets of this one demo: drawn at its first start, kept in a file that only its owner may read. */
public final class Kept {

    private static final int SECRET_BYTES = 24;
    private static final int FIELD_KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Path file;
    private final Properties secrets = new Properties();

    Kept(Path var) {
        this.file = var.resolve("secrets.properties");
        try {
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    secrets.load(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The password of a role of the database. */
    public String password(String role) {
        return kept(
                "password." + role,
                () -> Base64.getUrlEncoder().withoutPadding().encodeToString(draw(SECRET_BYTES)));
    }

    /** Seals contact points, dates of birth and links. Losing it makes them unreadable. */
    String fieldKey() {
        return kept("field-key", () -> Base64.getEncoder().encodeToString(draw(FIELD_KEY_BYTES)));
    }

    private String kept(String name, Supplier<String> drawn) {
        String value = secrets.getProperty(name);
        if (value == null) {
            value = drawn.get();
            secrets.setProperty(name, value);
            save();
        }
        return value;
    }

    private void save() {
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                secrets.store(out, "Secrets of this demo; they go with the data in this folder");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] draw(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return drawn;
    }
}
