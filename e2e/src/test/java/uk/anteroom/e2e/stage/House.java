package uk.anteroom.e2e.stage;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The demo world and the two browsers of a run: the clinician's camera sees blue, the patient's red. The demo is a new one, unless the
 * system property {@code anteroom.demo.address} names one that runs already.
 */
public final class House implements Place {

    private static House open;

    private final Path folder;
    private final DemoProcess demo;
    private final String address;
    private final Playwright playwright;
    private final Browser surgery;
    private final Browser home;
    private @Nullable Browser elsewhere;

    private House(Camera camera, Sight atSurgery, Sight atHome, String... flags) {
        try {
            folder = Files.createTempDirectory("anteroom-e2e");
            String running = System.getProperty("anteroom.demo.address");
            demo = running == null ? DemoProcess.start(folder, flags) : null;
            address = running == null ? demo.address() : running;
            playwright = Chromium.driver();
            PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
            surgery = launch("surgery", atSurgery, Tone.LOW, camera);
            home = launch("home", atHome, Tone.HIGH, camera);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One whose demo is started with further flags, before any other was opened. */
    public static synchronized House open(String... flags) {
        if (open != null) {
            throw new IllegalStateException("There is a house already");
        }
        return open(new House(Camera.SMALL, new Counted(Colour.BLUE), new Counted(Colour.RED), flags));
    }

    /** The one of this run; it closes when the run is over. */
    public static synchronized House open() {
        return open(Camera.SMALL, new Counted(Colour.BLUE), new Counted(Colour.RED));
    }

    /** The same, with other cameras that look at something else. */
    public static synchronized House open(Camera camera, Sight atSurgery, Sight atHome) {
        return open == null ? open(new House(camera, atSurgery, atHome)) : open;
    }

    private static House open(House house) {
        Runtime.getRuntime().addShutdownHook(new Thread(house::stopDemo, "demo-shutdown"));
        open = house;
        return house;
    }

    /** After a story that broke off nobody knows who waits for whom: the next one gets a house of its own. */
    public static synchronized void leave() {
        if (open != null) {
            open.playwright.close();
            open.stopDemo();
            open = null;
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public Window surgeryWindow() {
        return Window.of(surgery, address(), 1440, 900, false);
    }

    @Override
    public Window homeWindow() {
        return Window.of(home, address(), 390, 844, true);
    }

    /** A new window of a third person, whose camera sees green: a laptop. */
    public Window guestWindow() {
        return guestWindow(Camera.SMALL, new Counted(Colour.GREEN));
    }

    /** The same, whose camera looks at something else, the first time it is asked for. */
    public synchronized Window guestWindow(Camera camera, Sight sight) {
        if (elsewhere == null) {
            elsewhere = launch("elsewhere", sight, Tone.MIDDLE, camera);
        }
        return Window.of(elsewhere, address(), 1280, 720, false);
    }

    /** A telephone that lets no page use its camera and microphone. */
    public Window waryWindow() {
        Window window = Window.of(Chromium.launchWary(playwright), address(), 390, 844, true);
        window.context().clearPermissions();
        return window;
    }

    /** As when the power goes in the computing centre. */
    public void killDemo() {
        demo.kill();
    }

    /** Changes what is stored, as if time had passed; only in a demo of our own. */
    public void change(String sql) {
        change("anteroom", sql);
    }

    /** Changes what stands in the clinical system's record. */
    public void changeRecord(String sql) {
        change("demo", sql);
    }

    private void change(String database, String sql) {
        try {
            String port = Files.readString(folder.resolve("var/postgres.port")).strip();
            try (Connection connection = DriverManager.getConnection(
                            "jdbc:postgresql://localhost:" + port + "/" + database, "postgres", "");
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(sql);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The database stands still. */
    public void freezeDatabase() {
        demo.signalDatabase("STOP");
    }

    public void thawDatabase() {
        demo.signalDatabase("CONT");
    }

    /** Again, on what was left. */
    public void startDemo() {
        demo.start();
    }

    /** How many objects of a class the demo holds, after what nobody needs was thrown away. */
    public int objectsIn(String className) {
        return demo.objects(className);
    }

    /** Keeps what a demo of our own has said so far. */
    public void keepLog(Path file) throws IOException {
        Path log = folder.resolve("var/anteroom.log");
        if (Files.exists(log)) {
            Files.copy(log, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void stopDemo() {
        if (demo != null) {
            demo.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // gone already, or left to whoever cleans up temporary files
        }
    }

    private Browser launch(String name, Sight sight, Tone tone, Camera camera) {
        return Chromium.launch(
                playwright,
                "--use-file-for-fake-video-capture=" + sight.write(folder, name, camera),
                "--use-file-for-fake-audio-capture=" + tone.write(folder));
    }
}
