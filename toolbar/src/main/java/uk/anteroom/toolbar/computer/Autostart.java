package uk.anteroom.toolbar.computer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Starts the toolbar with the session, where that is a file of the person's own (XDG Autostart Specification). On Windows and Mac it is set up once; see docs/toolbar.md. */
public final class Autostart {

    private final Path file;
    private final List<String> command;
    private final boolean supported;

    /** @param command how this program was started; nothing where that cannot be told */
    public Autostart(String system, Path home, Map<String, String> environment, List<String> command) {
        this.file =
                Folders.configuration(home, environment).resolve("autostart").resolve("anteroom-toolbar.desktop");
        this.command = command;
        this.supported = system.startsWith("Linux") && !command.isEmpty();
    }

    public boolean supported() {
        return supported;
    }

    public boolean on() {
        return Files.exists(file);
    }

    public void on(boolean yes) throws IOException {
        if (!yes) {
            Files.deleteIfExists(file);
            return;
        }
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, """
                [Desktop Entry]
                Type=Application
                Name=Anteroom toolbar
                Comment=Who is open in the clinical system, and who is waiting
                Exec=%s
                Terminal=false
                X-GNOME-Autostart-enabled=true
                """.formatted(command.stream().map(Autostart::quoted).collect(Collectors.joining(" "))));
    }

    /** As the Exec key wants an argument (Desktop Entry Specification, "The Exec key"). */
    static String quoted(String argument) {
        String escaped = argument.replace("\\", "\\\\\\\\")
                .replace("\"", "\\\\\"")
                .replace("`", "\\\\`")
                .replace("$", "\\\\$")
                .replace("%", "%%");
        return "\"" + escaped + "\"";
    }
}
