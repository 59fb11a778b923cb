package uk.anteroom.e2e.stage;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A browser window with cookies of its own, which remembers what its pages said to the service and to the console. */
public record Window(BrowserContext context, Page page, List<String> transcript) implements AutoCloseable {

    /** Pages tell a telephone by this: it sends another kind of picture, and may show something else. */
    private static final String TELEPHONE =
            "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/156.0.0.0 Mobile Safari/537.36";

    private static final int LONGEST_LINE = 400;

    /** Keeps every connection, socket and track of the page within reach, and changes nothing else. */
    private static final String KEEP = """
            (() => {
              const keep = (name, kept) => {
                window[name] = new Proxy(window[name], {
                  construct(target, given, made) {
                    const one = Reflect.construct(target, given, made);
                    kept.push(one);
                    return one;
                  },
                });
              };
              keep('RTCPeerConnection', (window.keptConnections = []));
              // the device check connects the page with itself for a moment, without a place for picture or sound
              window.callConnection = () => window.keptConnections.findLast((one) => one.getTransceivers().length > 0);
              keep('WebSocket', (window.keptSockets = []));
              const tracks = (window.keptTracks = []);
              const devices = navigator.mediaDevices;
              if (!devices) return;
              const ask = devices.getUserMedia.bind(devices);
              devices.getUserMedia = async (wanted) => {
                const stream = await ask(wanted);
                tracks.push(...stream.getTracks());
                return stream;
              };
            })()
            """;

    static Window of(Browser browser, String address, int width, int height, boolean telephone) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(width, height)
                .setIsMobile(telephone)
                .setHasTouch(telephone)
                .setIgnoreHTTPSErrors(address.startsWith("https:"))
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setPermissions(List.of("camera", "microphone"));
        if (telephone) {
            options.setUserAgent(TELEPHONE);
        }
        BrowserContext context = browser.newContext(options);
        context.addInitScript(KEEP);
        context.setDefaultTimeout(15_000);
        List<String> transcript = new ArrayList<>();
        context.onConsoleMessage(message -> note(transcript, "console " + message.text()));
        context.onPage(page -> page.onWebSocket(socket -> {
            note(transcript, "opened");
            socket.onFrameSent(frame -> note(transcript, "> " + frame.text()));
            socket.onFrameReceived(frame -> note(transcript, "< " + frame.text()));
            socket.onClose(closed -> note(transcript, "closed"));
        }));
        return new Window(context, context.newPage(), transcript);
    }

    /** Another tab, with the same cookies. */
    public Page tab() {
        return context.newPage();
    }

    /** Waits for something that shows in the transcript. */
    public void waitFor(BooleanSupplier condition) {
        page.waitForCondition(condition, new Page.WaitForConditionOptions().setTimeout(30_000));
    }

    /** Writes a picture of every tab, and the transcript. */
    public void photograph(Path folder, String name) throws IOException {
        Files.write(folder.resolve(name + ".txt"), transcript);
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

    private static void note(List<String> transcript, String line) {
        String time = LocalTime.now().truncatedTo(ChronoUnit.MILLIS).toString();
        transcript.add(time + " " + (line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + " …" : line));
    }
}
