package uk.anteroom.e2e.stage;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** A browser window with cookies of its own. */
public record Window(BrowserContext context, Page page) implements AutoCloseable {

    /** Keeps every connection of the page within reach, and changes nothing else. */
    private static final String KEEP_CONNECTIONS = """
            (() => {
              const kept = (window.keptConnections = []);
              window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
                construct(target, given, made) {
                  const connection = Reflect.construct(target, given, made);
                  kept.push(connection);
                  return connection;
                },
              });
            })()
            """;

    static Window of(Browser browser, String address, int width, int height, boolean telephone) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(width, height)
                .setIsMobile(telephone)
                .setHasTouch(telephone)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setPermissions(List.of("camera", "microphone")));
        context.addInitScript(KEEP_CONNECTIONS);
        context.setDefaultTimeout(15_000);
        return new Window(context, context.newPage());
    }

    /** Another tab, with the same cookies. */
    public Page tab() {
        return context.newPage();
    }

    /** Writes a picture of every tab. */
    public void photograph(Path folder, String name) {
        List<Page> tabs = context.pages();
        for (int i = 0; i < tabs.size(); i++) {
            String file = name + (i == 0 ? "" : "-" + (i + 1)) + ".png";
            tabs.get(i).screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(file)));
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
