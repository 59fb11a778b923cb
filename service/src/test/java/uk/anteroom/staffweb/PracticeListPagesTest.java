package uk.anteroom.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** The pages of the practice list, in a browser without script. */
class PracticeListPagesTest extends RunningService {

    private static final String LIST = "/settings/practice-list";
    private static final String FILE_FORM = "form[enctype]";
    private static final String HEADINGS = "NHS number,Given name,Family name,Date of birth,Email\n";

    @Autowired
    Cast cast;

    Surgery surgery;
    Browser manager;
    String rosa;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        rosa = surgery.rosa().nhsNumber().value();
        manager = browser();
        manager.signIn(surgery.manager());
    }

    @Test
    void aFileIsLookedAtFirstAndThenTakenOver() {
        assertThat(manager.open("/settings").html().select("a[href=" + LIST + "]"))
                .hasSize(1);
        Page list = manager.open(LIST);
        assertThat(list.text()).contains("1 patient is on the list", "Which columns can it have?");
        Page preview = upload(HEADINGS + rosa
                + ",Rosa,Whitfield,14/03/1957,rosa@new.example\n9990588937,Ines,Duarte,,\nx,<b>Bad</b>,Line,,\n");
        assertThat(preview.path()).startsWith(LIST + "/files/");
        assertThat(preview.html().select(".a-counts").text())
                .isEqualTo("Seen 3 New 1 Changed 1 As before 0 Not taken 1 Would leave 0");
        assertThat(preview.text())
                .contains("Rosa Whitfield", "14 March 1957", "rosa@new.example", "Ines Duarte", "None")
                .contains("Columns the file does not have, so these stay as they are: Mobile, Postcode, Deceased")
                .contains("Line 4", "<b>Bad</b> Line", "This cannot be an NHS number");
        assertThat(manager.open(LIST).text()).contains("1 patient is on the list");

        Page taken = manager.submit(preview, "form[action$=/adoption]", Map.of());

        assertThat(taken.path()).isEqualTo(LIST + "?note=taken");
        assertThat(taken.text())
                .contains("The file was taken over", "2 patients are on the list", "A file was taken over today");
        assertThat(taken.html().select("#reading .a-counts").text())
                .isEqualTo("Seen 3 New 1 Changed 1 As before 0 Left 0 Not taken 1");
    }

    @Test
    void theReportOfRefusedLinesIsAFileThatRunsNothing() {
        Page preview = upload(HEADINGS
                + "=1+1,=HYPERLINK(\"http://evil.example\"),Smith,,\n"
                + "+447700900123,@SUM(1),-Jones,,\n"
                + rosa + ",Rosa,Whitfield,14/03/1957,not an address\n");
        String report = preview.html().select("a[href$=refusals.csv]").attr("href");
        Page file = manager.open(report);
        assertThat(file.response().headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"not-taken.csv\"");
        assertThat(file.response().headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.response().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(file.response().body())
                .startsWith("\ufeff\"Line or record\",\"NHS number\",\"Name\",\"What was done\",\"Why\"\r\n")
                .contains("\"2\",\"'=1+1\",\"'=HYPERLINK(\"\"http://evil.example\"\") Smith\",\"Not taken\"")
                .contains("\"3\",\"'+447700900123\",\"'@SUM(1) -Jones\"")
                .contains("\"4\",\"" + rosa
                        + "\",\"Rosa Whitfield\",\"Taken without it\",\"The email address cannot be right\"");
        manager.submit(preview, "form[action$=/adoption]", Map.of());
        String kept = manager.open(LIST).html().select("a[href$=refusals.csv]").attr("href");
        assertThat(kept).contains("/readings/");
        assertThat(manager.open(kept).response().body())
                .isEqualTo(file.response().body());
    }

    @Test
    void whatCannotBeReadIsSaidAtTheField() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "",
                        "Choose a file",
                        "Name\nRosa\n",
                        "These columns are missing: NHS number, Given name, Family name",
                        HEADINGS,
                        "There is nobody in this file",
                        "PK\u0003\u0004\u0000\u0000",
                        "This is not a CSV file")
                .entrySet()) {
            Page page = upload(wrong.getKey());
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.html().select("#file-error").text()).contains(wrong.getValue());
        }
    }

    @Test
    void filesComeInAtOneAddressFromManagersAndAreNoLargerThanAList() {
        byte[] small = HEADINGS.getBytes(StandardCharsets.UTF_8);
        Page list = manager.open(LIST);
        Map<String, String> token = Map.of("_csrf", Browser.token(list));
        for (String elsewhere :
                new String[] {"/settings", "/settings/practice-list", "/v/abc/new-link", "/sign-in", "/photos"}) {
            assertThat(manager.upload(elsewhere, token, "file", small).status())
                    .as(elsewhere)
                    .isEqualTo(415);
        }
        assertThat(manager.upload(LIST + "/files", Map.of(), "file", small).status())
                .as("without the form's token")
                .isEqualTo(403);
        assertThat(browser().upload(LIST + "/files", token, "file", small).path())
                .isEqualTo("/sign-in?ended");
        for (StaffMember other : new StaffMember[] {surgery.clinician(), surgery.receptionist()}) {
            Browser theirs = browser();
            Page page = theirs.signIn(other);
            assertThat(theirs.upload(LIST + "/files", Map.of("_csrf", Browser.token(page)), "file", small)
                            .status())
                    .isEqualTo(403);
            assertThat(theirs.open(LIST).status()).isEqualTo(403);
        }
        assertThat(manager.upload(LIST + "/files", token, "file", new byte[21 * 1024 * 1024])
                        .status())
                .isEqualTo(413);
    }

    @Test
    void anotherPracticesFileIsNotFound() {
        Page preview = upload(HEADINGS + rosa + ",Rosa,Whitfield,,\n");
        Browser theirs = browser();
        theirs.signIn(cast.surgery().manager());
        assertThat(theirs.open(preview.path()).status()).isEqualTo(404);
        assertThat(theirs.open(preview.path() + "/refusals.csv").status()).isEqualTo(404);
        Page gone = manager.submit(preview, "form[action$=/disposal]", Map.of());
        assertThat(gone.text()).contains("The file was thrown away. Nothing has changed.");
        assertThat(manager.open(preview.path()).status()).isEqualTo(404);
    }

    @Test
    void withoutAClinicalSystemThePageSaysSo() {
        Page list = manager.open(LIST);
        assertThat(list.text()).contains("No clinical system is set up for this practice");
        assertThat(list.html().select("form[action$=/readings]")).isEmpty();
        Page pressed = manager.post(LIST + "/readings", Map.of("_csrf", Browser.token(list)));
        assertThat(pressed.path()).isEqualTo(LIST + "?note=no-system");
    }

    @Test
    void aReadingThatCannotGoOnSaysWhyAndWhatToDo() {
        JdbcClient.create(TestDatabase.get().superuser())
                .sql(
                        "insert into clinical_system (practice_id, fhir_base_url) values (:practice, 'http://127.0.0.1:9/fhir')")
                .param("practice", surgery.practice().value())
                .update();
        Page running = manager.submit(manager.open(LIST), "form[action$=/readings]", Map.of());
        assertThat(running.text()).contains("Reading the whole list", "Look again", "Stop");
        assertThat(running.html().select("#reading[data-live]")).hasSize(1);
        Page again = manager.submit(running, "form[action$=/readings]", Map.of());
        assertThat(again.text()).contains("The list is being read already");
        Page stopped = manager.submit(running, "form[action$=/end]", Map.of());
        assertThat(stopped.text()).contains("Stopped today", "Read the list now");
        assertThat(stopped.html().select("#reading[data-live]")).isEmpty();
        Page saved = manager.submit(stopped, "form[action$=/regularity]", Map.of("regularly", "true"));
        assertThat(saved.text()).contains("Saved");
        assertThat(saved.html().select("#regularly[checked]")).hasSize(1);
    }

    private Page upload(String file) {
        return manager.upload(manager.open(LIST), FILE_FORM, "file", file.getBytes(StandardCharsets.UTF_8));
    }
}
