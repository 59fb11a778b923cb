package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.invitation.Sending;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** A link that was opened by a program was not opened. */
class ScannersTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    Sending.Sent sent;
    String link;

    @BeforeEach
    void invite() {
        surgery = cast.surgery();
        sent = story.invited(surgery, surgery.rosa(), surgery.rosa().email());
        link = "/v/" + story.token(surgery, sent).value();
    }

    @Test
    void scannersThatGetHeadAndRunTheScriptChangeNothing() throws IOException {
        List<String> scanners = new ClassPathResource("scanners-seen.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(scanners).hasSizeGreaterThan(40);
        String before = invitation();
        List<String> took = new ArrayList<>();
        for (String scanner : scanners) {
            Browser browser = browser().callsItself(scanner);
            opens(browser);
            if (!invitation().equals(before)) {
                took.add(scanner);
                before = invitation();
            }
        }
        assertThat(took).isEmpty();
        assertThat(opened()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/144.0.0.0 Mobile Safari/537.36",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.0.0 Safari/537.36 Edg/122.0.0.0",
                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
                "Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36",
                "Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/24.0 Chrome/117.0.0.0 Mobile Safari/537.36",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/450.0]"
            })
    void aPersonsBrowserCounts(String browser) {
        opens(browser().callsItself(browser));
        assertThat(opened()).isTrue();
    }

    /** As its owner's program would: looks twice, and lets the page's script speak. */
    private void opens(Browser browser) {
        browser.head(link);
        Page page = browser.open(link);
        assertThat(page.status()).isEqualTo(200);
        Page said = browser.post(link + "/opening", Map.of("_csrf", Browser.token(page)));
        assertThat(said.status()).isEqualTo(204);
    }

    private boolean opened() {
        return superuser
                .sql(
                        "select opened_at is not null from invitation where practice_id = :practice and invitation_id = :id")
                .param("practice", surgery.practice().value())
                .param("id", sent.invitation().value())
                .query(Boolean.class)
                .single();
    }

    private String invitation() {
        return superuser
                .sql("select i::text from invitation i where practice_id = :practice and invitation_id = :id")
                .param("practice", surgery.practice().value())
                .param("id", sent.invitation().value())
                .query(String.class)
                .single();
    }
}
