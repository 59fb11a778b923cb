package uk.anteroom.toolbar;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.anteroom.toolbar.computer.Autostart;
import uk.anteroom.toolbar.computer.Folders;
import uk.anteroom.toolbar.computer.Settings;
import uk.anteroom.toolbar.computer.TwoNotes;
import uk.anteroom.toolbar.hub.Pace;
import uk.anteroom.toolbar.signin.TokenFile;
import uk.anteroom.toolbar.way.Browser;
import uk.anteroom.toolbar.web.Service;
import uk.anteroom.toolbar.window.Look;
import uk.anteroom.toolbar.window.ToolbarWindow;

/** Starts the toolbar. */
public final class Toolbar {

    private Toolbar() {}

    public static void main(String[] arguments) {
        try {
            start(Options.read(Arrays.asList(arguments)));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void start(Options options) {
        if (GraphicsEnvironment.isHeadless()) {
            throw new IllegalArgumentException("The toolbar needs a display: start it in a graphical session.");
        }
        String system = System.getProperty("os.name");
        Path home = Path.of(System.getProperty("user.home"));
        Path folder = Folders.own(system, home, System.getenv());
        Settings settings = new Settings(folder);
        URI address =
                options.address().orElseGet(() -> URI.create(settings.address().orElse(Options.DEMO)));
        Service service = new Service(address);
        if (options.address().isPresent()) {
            settings.address(service.address().toString());
        }
        Attendant attendant =
                new Attendant(service, new TokenFile(folder), settings, Browser.usual(), new TwoNotes(), Pace.USUAL);
        Autostart autostart = new Autostart(system, home, System.getenv(), command(service.address()));
        Runtime.getRuntime().addShutdownHook(new Thread(attendant::stop, "goodbye"));
        EventQueue.invokeLater(() -> {
            Look.apply(options.contrast());
            ToolbarWindow window = new ToolbarWindow(attendant, autostart, service.address());
            attendant.tell(state -> EventQueue.invokeLater(() -> window.show(state)));
            window.appear();
            Thread.ofVirtual().start(attendant::start);
        });
    }

    /** How this program can be started again: the packaged one by itself, another by the Java that runs it. */
    private static List<String> command(URI address) {
        String packaged = System.getProperty("jpackage.app-path");
        List<String> command = new ArrayList<>();
        if (packaged != null) {
            command.add(packaged);
        } else {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            command.addAll(List.of(
                    java.toString(), "-cp", absolute(System.getProperty("java.class.path")), Toolbar.class.getName()));
        }
        command.addAll(List.of("--address", address.toString()));
        return command;
    }

    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(java.io.File.pathSeparator))
                .map(one -> Path.of(one).toAbsolutePath().toString())
                .reduce((one, other) -> one + java.io.File.pathSeparator + other)
                .orElse("");
    }
}
