package uk.anteroom.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.Tone;

/** The guests as one page shows them: decoded pictures and sound, by name. */
public final class Company {

    private static final String FIND = """
            const tile = [...document.querySelectorAll('.a-guest')]
              .find((one) => one.querySelector('[data-tile-name]')?.textContent === name);
            """;

    private static final String PICTURE = """
            async ({ name, colour }) => {
            """ + FIND + """
              const video = tile?.querySelector('video');
              if (!video || video.hidden || !video.videoWidth) return false;
              const before = video.getVideoPlaybackQuality().totalVideoFrames;
              await new Promise((resolve) => setTimeout(resolve, 300));
              if (video.getVideoPlaybackQuality().totalVideoFrames <= before) return false;
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
              return Object.entries(sum).every(([one, value]) => one === colour || value * 1.4 < sum[colour]);
            }
            """;

    private static final String SOUND = """
            ({ name, hertz }) => {
            """ + FIND + """
              const stream = tile?.querySelector('audio')?.srcObject;
              if (!stream) return false;
              const ears = (window.guestEars ??= new Map());
              if (ears.get(name)?.stream !== stream) {
                window.ear ??= new AudioContext();
                const analyser = window.ear.createAnalyser();
                analyser.fftSize = 8192;
                analyser.smoothingTimeConstant = 0;
                window.ear.createMediaStreamSource(stream).connect(analyser);
                ears.set(name, { stream, analyser });
              }
              const { analyser } = ears.get(name);
              const levels = new Float32Array(analyser.frequencyBinCount);
              analyser.getFloatFrequencyData(levels);
              const loudest = levels.indexOf(Math.max(...levels));
              return levels[loudest] > -60 && Math.abs(loudest * window.ear.sampleRate / analyser.fftSize - hertz) < 20;
            }
            """;

    private static final Page.WaitForFunctionOptions OFTEN =
            new Page.WaitForFunctionOptions().setPollingInterval(100).setTimeout(20_000);

    private final Page page;

    public Company(Page page) {
        this.page = page;
    }

    /** Frames of that colour are decoded and follow each other. */
    public Company sees(String name, Colour colour) {
        page.waitForFunction(PICTURE, Map.of("name", name, "colour", colour.name()), OFTEN);
        return this;
    }

    public Company hears(String name, Tone tone) {
        page.waitForFunction(SOUND, Map.of("name", name, "hertz", tone.hertz()), OFTEN);
        return this;
    }

    public Company isWithout(String name) {
        assertThat(tile(name)).hasCount(0);
        return this;
    }

    public Company reads(String name, String words) {
        assertThat(tile(name)).containsText(words);
        return this;
    }

    public Company counts(int people) {
        assertThat(page.locator("[data-crowd]")).hasText(people + " people");
        return this;
    }

    /** As large as the main picture, give or take a tenth. */
    public Company showsAsLargeAsTheOther(String name) {
        assertThat(tile(name)).hasClass(java.util.regex.Pattern.compile("is-pinned"));
        page.waitForFunction("""
                (name) => {
                """ + FIND + """
                  const size = (element) => element.getBoundingClientRect();
                  const main = size(document.querySelector('[data-fit]'));
                  const guest = size(tile);
                  return Math.abs(guest.width / main.width - 1) < 0.1 && Math.abs(guest.height / main.height - 1) < 0.1;
                }
                """, name, OFTEN);
        return this;
    }

    private Locator tile(String name) {
        return page.locator(".a-guest")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("[data-tile-name]", new Page.LocatorOptions().setHasText(name))));
    }
}
