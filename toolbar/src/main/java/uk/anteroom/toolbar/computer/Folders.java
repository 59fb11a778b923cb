package uk.anteroom.toolbar.computer;

import java.nio.file.Path;
import java.util.Map;

/** Where programs keep what belongs to one person on one computer. */
public final class Folders {

    private Folders() {}

    /**
     * The toolbar's own: {@code %LOCALAPPDATA%\Anteroom} on Windows (which does not roam to other computers), {@code ~/Library/Application
     * Support/Anteroom} on a Mac, else {@code $XDG_CONFIG_HOME/anteroom} (XDG Base Directory Specification).
     */
    public static Path own(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("Windows")) {
            return at(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                    .resolve("Anteroom");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Anteroom");
        }
        return configuration(home, environment).resolve("anteroom");
    }

    /** {@code $XDG_CONFIG_HOME}, or its default. */
    static Path configuration(Path home, Map<String, String> environment) {
        return at(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
    }

    private static Path at(Map<String, String> environment, String name, Path otherwise) {
        String set = environment.get(name);
        return set == null || set.isBlank() || !Path.of(set).isAbsolute() ? otherwise : Path.of(set);
    }
}
