package uk.anteroom.toolbar.computer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComputerTest {

    @TempDir
    Path home;

    @Test
    void everySystemHasItsFolder() {
        assertThat(Folders.own("Linux", home, Map.of())).isEqualTo(home.resolve(".config/anteroom"));
        assertThat(Folders.own("Linux", home, Map.of("XDG_CONFIG_HOME", "/elsewhere")))
                .isEqualTo(Path.of("/elsewhere/anteroom"));
        assertThat(Folders.own("Linux", home, Map.of("XDG_CONFIG_HOME", "relative")))
                .isEqualTo(home.resolve(".config/anteroom"));
        assertThat(Folders.own("Mac OS X", home, Map.of()))
                .isEqualTo(home.resolve("Library/Application Support/Anteroom"));
        assertThat(Folders.own("Windows 11", home, Map.of())).isEqualTo(home.resolve("AppData/Local/Anteroom"));
    }

    @Test
    void whatIsChosenIsRemembered() throws Exception {
        Settings settings = new Settings(home);
        assertThat(settings.silent()).isFalse();
        settings.silent(true);
        settings.address("https://video.example");
        Settings later = new Settings(home);
        assertThat(later.silent()).isTrue();
        assertThat(later.address()).contains("https://video.example");
        Files.write(home.resolve("toolbar.properties"), new byte[] {(byte) 0xff, '\\', 'u'});
        assertThat(new Settings(home).silent()).isFalse();
    }

    @Test
    void startingWithTheSessionIsAFileOfOnesOwn() throws Exception {
        Autostart autostart = new Autostart(
                "Linux", home, Map.of(), List.of("/opt/any room/toolbar", "--address", "https://v.example/?a=$b%c"));
        assertThat(autostart.supported()).isTrue();
        assertThat(autostart.on()).isFalse();
        autostart.on(true);
        assertThat(autostart.on()).isTrue();
        assertThat(Files.readString(home.resolve(".config/autostart/anteroom-toolbar.desktop")))
                .contains("Exec=\"/opt/any room/toolbar\" \"--address\" \"https://v.example/?a=\\\\$b%%c\"\n");
        autostart.on(false);
        autostart.on(false);
        assertThat(autostart.on()).isFalse();
        assertThat(new Autostart("Windows 11", home, Map.of(), List.of("x")).supported())
                .isFalse();
    }

    @Test
    void twoNotesRiseSoftlyInLessThan400Milliseconds() {
        byte[] samples = TwoNotes.samples();
        int many = samples.length / 2;
        assertThat(many / 44.1).isLessThan(400);
        assertThat(crossings(samples, 0, many / 2)).isLessThan(crossings(samples, many / 2, many));
        int loudest = 0;
        for (int i = 0; i < many; i++) {
            loudest = Math.max(loudest, Math.abs(sample(samples, i)));
        }
        assertThat(loudest).isBetween(4000, 10000);
        assertThat(sample(samples, 0)).isZero();
        assertThat(Math.abs(sample(samples, many - 1))).isLessThan(200);
    }

    private static int crossings(byte[] samples, int from, int to) {
        int crossings = 0;
        for (int i = from + 1; i < to; i++) {
            if (sample(samples, i - 1) < 0 != sample(samples, i) < 0) {
                crossings++;
            }
        }
        return crossings;
    }

    private static int sample(byte[] samples, int i) {
        return (short) (samples[2 * i] & 0xff | samples[2 * i + 1] << 8);
    }
}
