package uk.anteroom.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.needs.Needs;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.request.RequestId;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** What a page's expressions say is said by code that is made of them after a hundred times, too. */
class CompiledPagesTest extends RunningService {

    private static final int UNTIL_COMPILED = 105;

    @Autowired
    Cast cast;

    @Autowired
    PatientNeeds needs;

    Surgery surgery;
    Browser browser;
    RequestId request;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        request = cast.request(surgery.practice(), surgery.rosa().id());
        cast.request(
                surgery.practice(),
                cast.patient(surgery.practice(), "Grace", "Lin", "2001-11-30", null, "+447700900345")
                        .id());
        // so long ago that its time stays the same while the test runs
        JdbcClient.create(TestDatabase.get().superuser())
                .sql(
                        "update patient_request set received_at = received_at - interval '40 days' where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .update();
        needs.record(
                surgery.clinician(), surgery.rosa().id(), new Needs(true, true, true, Optional.of(Locale.of("pl"))));
        browser = browser();
        browser.signIn(surgery.clinician());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/requests?box=all", "/patients/{patient}?video", "/requests/{request}?video&invite"})
    void staysTheSame(String address) {
        String path =
                address.replace("{patient}", surgery.rosa().id().toString()).replace("{request}", request.toString());
        String first = shown(path);
        assertThat(first).contains("Rosa");
        for (int i = 0; i < UNTIL_COMPILED; i++) {
            assertThat(shown(path)).isEqualTo(first);
        }
    }

    /** Without what is another in every page: secrets of forms. */
    private String shown(String path) {
        Document page = browser.open(path).html();
        page.select("input[type=hidden], meta[name=csrf-token]").remove();
        return page.outerHtml();
    }
}
