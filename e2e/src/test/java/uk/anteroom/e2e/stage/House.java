package uk.anteroom.e2e.stage;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The demo world and the two browsers of a run: the clinician's camera sees blue, the patient's red. The demo is a new one, unless the
 * system property {@code anteroom.demo.address} names one that runs already.
 */
public final class House {

    private static House open;

    private final DemoProcess demo;
    private final String address;
    private final Playwright playwright;
    private final Browser surgery;
    private final Browser home;

    private House(int width, int height) {
        try {
            Path folder = Files.createTempDirectory("anteroom-e2e");
            String running = System.getProperty("anteroom.demo.address");
            demo = running == null ? DemoProcess.start(folder) : null;
            address = running == null ? demo.address() : running;
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
            surgery = launch(Colour.BLUE.write(folder, width, height), Tone.LOW.write(folder));
            home = launch(Colour.RED.write(folder, width, height), Tone.HIGH.write(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of this run; it closes when the run is over. */
    public static synchronized House open() {
        return open(320, 180);
    }

    /** The same, with cameras of that size. */
    public static synchronized House open(int width, int height) {
        if (open == null) {
            House house = new House(width, height);
            Runtime.getRuntime().addShutdownHook(new Thread(house::stopDemo, "demo-shutdown"));
            open = house;
        }
        return open;
    }

    /** After a story that broke off nobody knows who waits for whom: the next one gets a house of its own. */
    public static synchronized void leave() {
        if (open != null) {
            open.playwright.close();
            open.stopDemo();
            open = null;
        }
    }

    public String address() {
        return address;
    }

    /** A new window of the clinician's browser. */
    public Window surgeryWindow() {
        return Window.of(surgery, address(), 1440, 900, false);
    }

    /** A new window of the patient's browser, as large as a telephone. */
    public Window homeWindow() {
        return Window.of(home, address(), 390, 844, true);
    }

    private void stopDemo() {
        if (demo != null) {
            demo.close();
        }
    }

    private Browser launch(Path camera, Path microphone) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("anteroom.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--use-fake-device-for-media-stream",
                                "--use-fake-ui-for-media-stream",
                                "--use-file-for-fake-video-capture=" + camera,
                                "--use-file-for-fake-audio-capture=" + microphone,
                                "--autoplay-policy=no-user-gesture-required",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--no-first-run")));
    }
}
