package uk.anteroom.e2e.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.Firefox;

/** One side of a call that Firefox plays. Its own camera is a colour that changes, its microphone a tone. */
public final class FirefoxSide {

    /** Where there is no sound card, Firefox's own analyser of sound never runs: what it decoded must do. */
    private static final String SOUND = """
            async () => {
              const heard = { packets: 0, energy: 0 };
              for (const report of (await window.callConnection().getStats()).values()) {
                if (report.type === 'inbound-rtp' && report.kind === 'audio') {
                  heard.packets += report.packetsReceived;
                  heard.energy += report.totalAudioEnergy;
                }
              }
              return heard;
            }
            """;

    private static final String MORE_SOUND = """
            async (before) => {
              const was = JSON.parse(before);
              const is = await (%s)();
              return is.packets > was.packets + 50 && is.energy > was.energy;
            }
            """.formatted(SOUND);

    private final Firefox firefox;

    public FirefoxSide(Firefox firefox) {
        this.firefox = firefox;
    }

    /** As a patient at a link: says who it is, agrees, and shows the camera. */
    public FirefoxSide arrive(String link, Patient patient) {
        firefox.open(link);
        firefox.fill("Day", Integer.toString(patient.day()));
        firefox.fill("Month", Integer.toString(patient.month()));
        firefox.fill("Year", Integer.toString(patient.year()));
        firefox.press("I agree to use Anteroom for this video call");
        firefox.press("Continue");
        firefox.press("Use camera and microphone");
        return this;
    }

    /** As Dr Okafor, on the page of a consultation. */
    public FirefoxSide signIn(String path) {
        firefox.open(path);
        firefox.fill("Email address", ClinicianWindow.EMAIL);
        firefox.fill("Password", ClinicianWindow.PASSWORD);
        firefox.press("Sign in");
        firefox.await("() => Boolean(document.querySelector('#consultation'))", null);
        return this;
    }

    public FirefoxSide press(String name) {
        firefox.press(name);
        return this;
    }

    public FirefoxSide reads(String text) {
        firefox.await("(text) => document.body.innerText.includes(text)", text);
        return this;
    }

    /** Frames of that colour are decoded and follow each other. */
    public FirefoxSide sees(Colour colour) {
        firefox.await(CallSide.PICTURE, colour.name());
        return this;
    }

    /** The counter in the other's picture moves now. */
    public FirefoxSide seesMoving() {
        firefox.await(Counter.BEGIN, null);
        int before = firefox.evaluate(Counter.CHANGES, null).getAsInt();
        firefox.await("(enough) => window.counted.changes.length >= enough", before + CallSide.FRAMES_IN_A_ROW);
        return this;
    }

    /** Sound that is not silence comes in and is decoded. */
    public FirefoxSide receivesSound() {
        JsonObject before = firefox.evaluate(SOUND, null).getAsJsonObject();
        assertThat(before.has("energy")).isTrue();
        firefox.await(MORE_SOUND, before.toString());
        return this;
    }
}
