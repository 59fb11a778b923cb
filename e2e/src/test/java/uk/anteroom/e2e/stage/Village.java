package uk.anteroom.e2e.stage;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import uk.anteroom.e2e.stage.Network.Host;

/** The demo, a relay and the two browsers, each on a host of its own. Between them anything may go wrong. */
public final class Village implements Place {

    private static final String READY = "Relay on";
    private static final String PORT = "8080";
    private static final Path RELAY = Path.of("../bin/relay").toAbsolutePath().normalize();

    private static Village open;

    private final Path folder;
    private final Network network;
    private final Trouble trouble;
    private final DemoProcess demo;
    private final Playwright playwright;
    private final Browser surgery;
    private final Browser home;
    private Program relay;

    private Village(Camera camera, Sight atSurgery, Sight atHome) {
        try {
            folder = Files.createTempDirectory("anteroom-village");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        network = Network.open();
        trouble = new Trouble(network);
        startRelay();
        demo = DemoProcess.inside(
                network.on(Host.SERVER),
                folder,
                "https://" + Host.SERVER.address() + ":8443",
                "--port",
                PORT,
                "--lan",
                Host.SERVER.address(),
                "--relay",
                Host.RELAY.address());
        playwright = Chromium.driver();
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        surgery = launch(Host.CLINICIAN, atSurgery, Tone.LOW, camera);
        home = launch(Host.PATIENT, atHome, Tone.HIGH, camera);
    }

    /** The one of this run; it is gone when the run is over. */
    public static synchronized Village open() {
        return open(Camera.SMALL, new Counted(Colour.BLUE), new Counted(Colour.RED));
    }

    /** The same, with other cameras that look at something else. */
    public static synchronized Village open(Camera camera, Sight atSurgery, Sight atHome) {
        if (open == null) {
            Village village = new Village(camera, atSurgery, atHome);
            Runtime.getRuntime().addShutdownHook(new Thread(village::stop, "village-shutdown"));
            open = village;
        }
        return open;
    }

    /** The next story begins with a new one. */
    public static synchronized void leave() {
        if (open != null) {
            open.playwright.close();
            open.stop();
            open = null;
        }
    }

    @Override
    public String address() {
        return demo.address();
    }

    @Override
    public Window surgeryWindow() {
        return Window.of(surgery, address(), 1440, 900, false);
    }

    @Override
    public Window homeWindow() {
        return Window.of(home, address(), 390, 844, true);
    }

    /** Firefox, on the patient's host. */
    public Firefox firefoxAtHome() {
        return Firefox.launch(address(), network.on(Host.PATIENT).toArray(String[]::new));
    }

    public Trouble trouble() {
        return trouble;
    }

    /** As {@code bin/relay} starts it. */
    public void startRelay() {
        relay = Program.start(
                folder,
                folder.resolve("relay.log"),
                network.on(
                        Host.RELAY,
                        RELAY.toString(),
                        "--bind",
                        Host.RELAY.address(),
                        "--var",
                        folder.resolve("var").toString()));
        relay.awaits(() -> relay.said().contains(READY));
    }

    public void stopRelay() {
        relay.kill();
    }

    /** Nothing is wrong any more, and everybody is where they were. */
    public void mend() {
        trouble.over();
        trouble.oldAddresses();
        trouble.fullRate(Host.CLINICIAN);
        trouble.fullRate(Host.PATIENT);
    }

    private Browser launch(Host host, Sight sight, Tone tone, Camera camera) {
        String name = host.name().toLowerCase(Locale.ROOT);
        Path browser = folder.resolve("chromium-" + name);
        try {
            Files.writeString(
                    browser, "#!/bin/sh\nexec " + String.join(" ", network.on(host, Chromium.PLACE)) + " \"$@\"\n");
            Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Chromium.launch(
                playwright,
                browser,
                "--use-file-for-fake-video-capture=" + sight.write(folder, name, camera),
                "--use-file-for-fake-audio-capture=" + tone.write(folder),
                // the demo's certificate and the relay's are signed by nobody
                "--ignore-certificate-errors");
    }

    private void stop() {
        demo.close();
        relay.close();
        network.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // left to whoever cleans up temporary files
        }
    }
}
