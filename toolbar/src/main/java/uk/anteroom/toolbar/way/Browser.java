package uk.anteroom.toolbar.way;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The browser that opens web addresses on this computer, or a program that is named instead. */
public final class Browser {

    /** Names a program that gets the address as its only argument; for computers that have no usual browser, and for tests. */
    public static final String PROGRAM = "anteroom.toolbar.browser";

    private final @Nullable String program;

    public Browser(@Nullable String program) {
        this.program = program;
    }

    public static Browser usual() {
        return new Browser(System.getProperty(PROGRAM));
    }

    /** Whether something took it. */
    public boolean open(URI address) {
        if (program != null) {
            return run(program, address);
        }
        try {
            if (!GraphicsEnvironment.isHeadless()
                    && Desktop.isDesktopSupported()
                    && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                Desktop.getDesktop().browse(address);
                return true;
            }
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            // the next way
        }
        return run("xdg-open", address);
    }

    private static boolean run(String program, URI address) {
        try {
            // not through a shell: nothing in the address is read as anything else
            new ProcessBuilder(program, address.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
