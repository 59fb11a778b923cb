package uk.anteroom.e2e.stage;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A screen in memory, with a manager for its windows. */
public final class Screen implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("^(\\d+)\\s", Pattern.MULTILINE);

    private final Program server;
    private final Program manager;
    private final String display;

    private Screen(Path folder, int width, int height) {
        // it chooses a number that nobody has, and says which
        server = Program.start(
                folder,
                folder.resolve("screen.log"),
                List.of(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        width + "x" + height + "x24",
                        "-nolisten",
                        "tcp",
                        "-noreset"));
        server.awaits(() -> NUMBER.matcher(server.said()).find());
        Matcher number = NUMBER.matcher(server.said());
        display = ":" + (number.find() ? number.group(1) : "");
        manager = Program.start(folder, folder.resolve("windows.log"), List.of("env", "DISPLAY=" + display, "openbox"));
    }

    public static Screen open(Path folder, int width, int height) {
        return new Screen(folder, width, height);
    }

    /** How programs find it. */
    public String display() {
        return display;
    }

    @Override
    public void close() {
        manager.close();
        server.close();
    }
}
