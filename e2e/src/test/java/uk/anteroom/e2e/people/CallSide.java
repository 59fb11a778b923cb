package uk.anteroom.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.Tone;

/** One side of a call: what it sees, hears and sends, measured in its own browser. */
public final class CallSide {

    /** Seconds a bitrate may take to grow on a busy machine. */
    private static final int SHARP_WITHIN = 30;

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(15);

    /** Two thirds of a second. */
    static final int FRAMES_IN_A_ROW = 10;

    static final String PICTURE = """
            async (colour) => {
              const video = document.querySelector('#remote-picture');
              if (!video || video.hidden || !video.videoWidth) return false;
              const frames = () => new Promise((resolve) => video.requestVideoFrameCallback((_, frame) => resolve(frame.presentedFrames)));
              const before = await frames();
              if ((await frames()) <= before) return false;
              const canvas = document.createElement('canvas');
              canvas.width = canvas.height = 16;
              const brush = canvas.getContext('2d', { willReadFrequently: true });
              brush.drawImage(video, 0, 0, 16, 16);
              const sum = { RED: 0, GREEN: 0, BLUE: 0 };
              const pixels = brush.getImageData(0, 0, 16, 16).data;
              for (let i = 0; i < pixels.length; i += 4) {
                sum.RED += pixels[i];
                sum.GREEN += pixels[i + 1];
                sum.BLUE += pixels[i + 2];
              }
              return Object.entries(sum).every(([name, value]) => name === colour || value * 1.5 < sum[colour]);
            }
            """;

    private static final String FRAMES = """
            async () => {
              const video = document.querySelector('#remote-picture');
              if (!video || video.hidden || !video.videoWidth) return false;
              const next = () => new Promise((resolve) => video.requestVideoFrameCallback((_, frame) => resolve(frame.presentedFrames)));
              const before = await next();
              return (await next()) > before;
            }
            """;

    private static final String SOUND = """
            (hertz) => {
              const stream = document.querySelector('#remote-sound')?.srcObject;
              if (!stream) return false;
              if (window.heardStream !== stream) {
                window.heardStream = stream;
                window.ear ??= new AudioContext();
                window.analyser = window.ear.createAnalyser();
                window.analyser.fftSize = 8192;
                window.analyser.smoothingTimeConstant = 0;
                window.ear.createMediaStreamSource(stream).connect(window.analyser);
              }
              const levels = new Float32Array(window.analyser.frequencyBinCount);
              window.analyser.getFloatFrequencyData(levels);
              const loudest = levels.indexOf(Math.max(...levels));
              const width = window.ear.sampleRate / window.analyser.fftSize;
              return levels[loudest] > -60 && Math.abs(loudest * width - hertz) < 20;
            }
            """;

    private static final String TRAFFIC = """
            async () => {
              const connection = window.callConnection();
              const count = { in: 0, out: 0 };
              for (const report of (await connection.getStats()).values()) {
                if (report.type === 'inbound-rtp') count.in += report.packetsReceived;
                if (report.type === 'outbound-rtp') count.out += report.packetsSent;
              }
              return count;
            }
            """;

    private final Page page;

    CallSide(Page page) {
        this.page = page;
    }

    /** Frames of that colour are decoded and follow each other. */
    public CallSide sees(Colour colour) {
        page.waitForFunction(PICTURE, colour.name());
        return this;
    }

    /** The counter in the other's picture moves now. */
    public CallSide seesMoving() {
        return seesMoving(USUAL_PATIENCE);
    }

    /** It moves within that time. */
    public CallSide seesMoving(Duration patience) {
        await(Counter.BEGIN, null);
        int before = ((Number) page.evaluate(Counter.CHANGES)).intValue();
        page.waitForFunction(
                "(enough) => window.counted.changes.length >= enough",
                before + FRAMES_IN_A_ROW,
                new Page.WaitForFunctionOptions().setPollingInterval(100).setTimeout(patience.toMillis()));
        return this;
    }

    /** Not one frame since the page began to count could be mistaken. */
    public CallSide sawNothingSpoilt() {
        assertThat(page.evaluate(Counter.SPOILT)).isEqualTo(0);
        return this;
    }

    /** A moment to ask about later. */
    public Moment now() {
        page.evaluate(Counter.BEGIN);
        return new Moment(((Number) page.evaluate(Counter.NOW)).doubleValue());
    }

    /** The longest time since then in which the picture stood still. */
    public Duration longestGapSince(Moment since) {
        return milliseconds(page.evaluate(Counter.LONGEST_GAP, since.milliseconds()));
    }

    /** Waits until the picture has not moved for a second. */
    public CallSide standsStill() {
        await("() => performance.timeOrigin + performance.now() - (window.counted.changes.at(-1) ?? 0) > 1000", null);
        return this;
    }

    public Duration passedSince(Moment since) {
        return milliseconds(((Number) page.evaluate(Counter.NOW)).doubleValue() - since.milliseconds());
    }

    /** How the sound comes in for so long. */
    public Heard hearsFor(Duration time) {
        Map<?, ?> before = Heard.count(page);
        page.waitForTimeout(time.toMillis());
        return Heard.between(before, Heard.count(page));
    }

    /** The way that what this side sends takes now. */
    public Way way() {
        return Way.of(page);
    }

    /** A moment by the clock of this page. */
    public record Moment(double milliseconds) {}

    /** Frames come in at the other camera's full width: a call begins with a smaller picture. */
    public void seesSharply(int width) {
        // asked from outside: animation frames, by which a page asks itself, rest while nothing on it moves
        for (int tries = 0; tries < SHARP_WITHIN * 4; tries++) {
            Object now = page.evaluate("() => document.querySelector('#remote-picture').videoWidth");
            if (((Number) now).intValue() >= width) {
                return;
            }
            page.waitForTimeout(250);
        }
        throw new AssertionError("The picture stayed smaller than " + width);
    }

    /** Frames are shown, whatever is on them. */
    public CallSide seesFrames() {
        await(FRAMES, null);
        return this;
    }

    /** The loudest thing that comes in is that tone. */
    public CallSide hears(Tone tone) {
        return hears(tone.hertz());
    }

    public CallSide hears(int hertz) {
        await(SOUND, hertz);
        return this;
    }

    /** The devices are connected, long before anything flows. */
    public CallSide isConnected() {
        page.waitForFunction("() => window.callConnection()?.connectionState === 'connected'");
        return this;
    }

    /** Not one packet of picture or sound has come or gone. */
    public CallSide hasNoMedia() {
        assertThat(page.evaluate(TRAFFIC)).isEqualTo(Map.of("in", 0, "out", 0));
        return this;
    }

    public void mute() {
        button("Mute").click();
    }

    public void unmute() {
        button("Unmute").click();
    }

    public void turnOffCamera() {
        button("Turn off camera").click();
    }

    public void turnOnCamera() {
        button("Turn on camera").click();
    }

    public void end() {
        button("End").click();
    }

    public void seesThatTheOtherIsMuted(boolean muted) {
        Locator said = page.locator("small[data-their-muted]");
        if (muted) {
            assertThat(said).isVisible();
        } else {
            assertThat(said).isHidden();
        }
    }

    public void seesThatTheOthersCameraIsOff() {
        assertThat(page.getByText("camera is off", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(page.locator("#remote-picture")).isHidden();
    }

    /** The patient fills the screen, one's own picture is in the top right corner, the buttons stand below it on the right. */
    public void isLaidOutAt(int width, int height) {
        page.setViewportSize(width, height);
        Box own = box(page.locator("#own-picture"));
        Box theirs = box(page.locator("#remote-picture"));
        assertThat(width - own.right()).as("own picture from the right edge").isBetween(0.0, 40.0);
        assertThat(own.y()).as("own picture from the top").isBetween(0.0, 40.0);
        double below = own.bottom();
        for (String name : List.of("Mute", "Turn off camera", "End")) {
            Box button = box(button(name));
            assertThat(button.y()).as(name + " is below").isGreaterThanOrEqualTo(below);
            assertThat(button.x()).as(name + " is on the right").isGreaterThanOrEqualTo(theirs.right());
            assertThat(button.bottom()).as(name + " is on the screen").isLessThanOrEqualTo(height);
            below = button.bottom();
        }
        assertThat(theirs.area()).as("the other’s picture").isGreaterThan(own.area() * 10);
        assertThat(Math.max(theirs.width() / width, theirs.height() / height))
                .as("share of the window, in one direction")
                .isGreaterThan(0.7);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    // not at each animation frame, which rest while nothing on the page moves
    private void await(String condition, Object argument) {
        page.waitForFunction(condition, argument, new Page.WaitForFunctionOptions().setPollingInterval(100));
    }

    private static Duration milliseconds(Object number) {
        return Duration.ofMillis(Math.round(((Number) number).doubleValue()));
    }

    private static Box box(Locator what) {
        var box = what.boundingBox();
        assertThat(box).as(what.toString()).isNotNull();
        return new Box(box.x, box.y, box.width, box.height);
    }

    private record Box(double x, double y, double width, double height) {

        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        double area() {
            return width * height;
        }
    }
}
