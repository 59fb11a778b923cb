package uk.anteroom.toolbar.computer;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What somebody has chosen on this computer. What cannot be read is as if nothing had been chosen. */
public final class Settings {

    private final Path file;
    private final Properties properties = new Properties();

    public Settings(Path folder) {
        this.file = folder.resolve("toolbar.properties");
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                properties.clear();
            }
        }
    }

    public synchronized boolean silent() {
        return Boolean.parseBoolean(properties.getProperty("silent"));
    }

    public void silent(boolean yes) {
        set("silent", Boolean.toString(yes));
    }

    /** The address that was used last. */
    public synchronized Optional<String> address() {
        return Optional.ofNullable(properties.getProperty("address"));
    }

    public void address(String address) {
        set("address", address);
    }

    private synchronized void set(String name, String value) {
        if (value.equals(properties.setProperty(name, value))) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            // it holds until the toolbar is closed
        }
    }
}
