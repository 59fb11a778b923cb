package uk.anteroom.e2e.stage;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Chromium that is installed here, with devices that need nobody to allow them. */
final class Chromium {

    private static final List<String> ALWAYS = List.of(
            "--no-sandbox",
            "--use-fake-device-for-media-stream",
            "--autoplay-policy=no-user-gesture-required",
            "--disable-quic",
            // pages would say nothing of being opened in a browser that admits to be driven by a program
            "--disable-blink-features=AutomationControlled",
            "--disable-background-networking",
            "--no-first-run");

    /** Allows every page every device. */
    private static final String GENEROUS = "--use-fake-ui-for-media-stream";

    static final String PLACE = System.getProperty("anteroom.chromium", "/usr/bin/chromium");

    private Chromium() {}

    static Playwright driver() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser launch(Playwright driver, String... more) {
        return launch(driver, Path.of(PLACE), more);
    }

    /** Launches a program that is Chromium in the end. */
    static Browser launch(Playwright driver, Path program, String... more) {
        List<String> flags = new ArrayList<>(List.of(more));
        flags.add(GENEROUS);
        return start(driver, program, flags);
    }

    /** One whose owner allows nothing. */
    static Browser launchWary(Playwright driver) {
        return start(driver, Path.of(PLACE), List.of());
    }

    private static Browser start(Playwright driver, Path program, List<String> more) {
        List<String> flags = new ArrayList<>(ALWAYS);
        flags.addAll(more);
        return driver.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(flags));
    }
}
