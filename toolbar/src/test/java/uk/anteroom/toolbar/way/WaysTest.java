package uk.anteroom.toolbar.way;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.toolbar.testing.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import uk.anteroom.toolbar.testing.FarSide;
import uk.anteroom.toolbar.web.Service;

@DisabledOnOs(OS.WINDOWS)
class WaysTest {

    @TempDir
    Path folder;

    FarSide far;
    Ways ways;

    @BeforeEach
    void open() throws IOException {
        far = new FarSide();
        Path browser = Files.createFile(
                folder.resolve("browser"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(browser, "#!/bin/sh\nprintf '%s\\n' \"$1\" >> '" + folder + "/opened'\n");
        ways = new Ways(new Service(far.address()), new Browser(browser.toString()));
    }

    @AfterEach
    void close() throws IOException {
        far.close();
    }

    @Test
    void browserGetsTheWayAndTheServiceTheEventThatIsShown() throws Exception {
        far.answers("/toolbar/ways", 201, "{\"address\":\"" + far.address() + "/open/one;touch%20x'\"}");
        assertThat(ways.go("token", Destination.VIDEO_CALL, "event-1")).isInstanceOf(Gone.There.class);
        eventually("the browser", () -> Files.exists(folder.resolve("opened")));
        eventually("its address", () -> !lines().isEmpty());
        assertThat(lines()).containsExactly(far.address() + "/open/one;touch%20x'");
        assertThat(far.asked("/toolbar/ways").getFirst().body())
                .isEqualTo("{\"to\":\"video-call\",\"event\":\"event-1\"}");
        far.answers("/toolbar/ways", 201, "{\"address\":\"" + far.address() + "/open/two\"}");
        ways.go("token", Destination.CONSULTATION, "c-1");
        assertThat(far.asked("/toolbar/ways").getLast().body())
                .isEqualTo("{\"to\":\"consultation\",\"consultation\":\"c-1\"}");
    }

    @Test
    void refusalIsSaidInWords() {
        for (String[] one : new String[][] {
            {"no-patient-open", "No patient is open"},
            {"another-patient-open", "Another patient is open by now"},
            {"not-on-list", "not on your practice’s list"},
            {"something-new", "That is not possible now"}
        }) {
            far.answers("/toolbar/ways", 409, "{\"problem\":\"" + one[0] + "\"}");
            assertThat(ways.go("token", Destination.VIDEO_CALL, "e"))
                    .isInstanceOfSatisfying(
                            Gone.Not.class, not -> assertThat(not.sentence()).contains(one[1]));
        }
    }

    @Test
    void addressElsewhereIsNotOpened() {
        for (String address :
                List.of("https://evil.example/open/x", "file:///etc/passwd", "javascript:alert(1)", "/open/x")) {
            far.answers("/toolbar/ways", 201, "{\"address\":\"" + address + "\"}");
            assertThat(ways.go("token", Destination.REQUESTS, null)).as(address).isInstanceOf(Gone.Not.class);
        }
        assertThat(folder.resolve("opened")).doesNotExist();
    }

    @Test
    void faultsAreToldApart() {
        far.answers("/toolbar/ways", 401, "");
        assertThat(ways.go("token", Destination.REQUESTS, null)).isInstanceOf(Gone.SignedOut.class);
        far.answers("/toolbar/ways", 503, "");
        assertThat(ways.go("token", Destination.REQUESTS, null))
                .isInstanceOfSatisfying(
                        Gone.Not.class, not -> assertThat(not.sentence()).contains("cannot be reached"));
        far.answers("/toolbar/ways", 201, "{\"address\":\"" + far.address() + "/open/x\"}");
        assertThat(new Ways(new Service(far.address()), new Browser("/nowhere/browser"))
                        .go("token", Destination.REQUESTS, null))
                .isInstanceOfSatisfying(
                        Gone.Not.class, not -> assertThat(not.sentence()).contains("No browser"));
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(folder.resolve("opened"));
        } catch (IOException e) {
            return List.of();
        }
    }
}
