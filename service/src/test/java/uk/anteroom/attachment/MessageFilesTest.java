package uk.anteroom.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.conversation.Messages;
import uk.anteroom.fileexchange.AnHourAgo;
import uk.anteroom.fileexchange.FileAddresses;
import uk.anteroom.fileexchange.FilePurpose;
import uk.anteroom.fileexchange.FileReader;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.patient.Patient;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Surgery;

/** Files on their way from one side of a conversation to the other, over HTTP. */
class MessageFilesTest extends ScannedService {

    private static final String FORM = "form[action$=/messages]";

    @Autowired
    FileAddresses addresses;

    @Autowired
    FieldCipher cipher;

    @Autowired
    Messages messages;

    Browser desk;
    Page page;
    String address;

    @BeforeEach
    void signIn() {
        desk = browser();
        desk.signIn(surgery.clinician());
        page = desk.open("/patients/" + rosa + "?message");
        address = "/patients/" + rosa + "/messages/files";
    }

    @Test
    void fileGoesWithTheMessageAndOpensOnceItIsScanned() {
        CLAMD.stop();
        byte[] pdf = Specimens.pdf("Exercises");
        String id = send(address, "Exercises.pdf", pdf);
        Page sent = desk.submit(page, FORM, Map.of("messageText", "Please do these.", "file", id));
        assertThat(sent.html().select("#conversation .a-file").text())
                .contains("Exercises.pdf", "Being checked for viruses");
        assertThat(sent.html().select("#conversation .a-file a")).isEmpty();
        assertThat(desk.open(signed(desk(), id, FilePurpose.VIEW)).status()).isEqualTo(404);
        assertThat(desk.open(signed(desk(), id, FilePurpose.DOWNLOAD)).status()).isEqualTo(404);

        Instant before = messages.lastChange(surgery.practice()).orElseThrow();
        CLAMD.start();
        hurry("attachment-scan", new AttachmentId(UUID.fromString(id)));
        eventually(
                "open pages look again",
                () -> messages.lastChange(surgery.practice()).orElseThrow().isAfter(before));
        eventually(
                "it can be opened", () -> !links(desk.open("/patients/" + rosa)).isEmpty());
        Elements links = links(desk.open("/patients/" + rosa));
        assertThat(links.eachText())
                .containsExactly("Open Exercises.pdf (opens in a new tab)", "Download Exercises.pdf");
        HttpResponse<String> shown = desk.fetch(links.get(0).attr("href"));
        HttpResponse<String> kept = desk.fetch(links.get(1).attr("href"));
        assertThat(disposition(shown)).startsWith("inline;").contains("Exercises.pdf");
        assertThat(disposition(kept)).startsWith("attachment;").contains("Exercises.pdf");
        for (HttpResponse<String> file : List.of(shown, kept)) {
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.body()).startsWith("%PDF-");
            assertGuarded(file);
            assertThat(policy(file)).endsWith("; sandbox");
            assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
        }
        assertThat(acts(new AttachmentId(UUID.fromString(id)))).contains("attachment.opened");
    }

    @Test
    void pictureStandsOnAPageThatLetsNothingRun() {
        String id = sendMessageWith("rash.jpg", Specimens.jpeg(640, 480));
        Page view = desk.open(links(desk.open("/patients/" + rosa)).get(1).attr("href"));

        assertThat(view.status()).isEqualTo(200);
        assertThat(view.html().title()).isEqualTo("rash.jpg");
        assertThat(view.html().select("script, form")).isEmpty();
        assertThat(view.html().select("header a").eachText())
                .containsExactly("Back to the conversation", "Full size", "Download");
        assertThat(policy(view.response()))
                .startsWith("default-src 'none'")
                .contains("form-action 'none'", "frame-ancestors 'none'")
                .doesNotContain("script", "data:", "unsafe")
                .endsWith("; sandbox allow-same-origin allow-downloads");
        assertGuarded(view.response());
        HttpResponse<String> image = desk.fetch(view.html().select("main img").attr("src"));
        assertThat(image.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(disposition(image)).startsWith("inline;").contains("rash.jpg");
        assertThat(policy(image)).endsWith("; sandbox");
        assertGuarded(image);
        assertThat(desk.open(view.html().select("header a").first().attr("href"))
                        .html()
                        .select("#conversation"))
                .hasSize(1);
        assertThat(acts(new AttachmentId(UUID.fromString(id)))).contains("attachment.opened");
    }

    @Test
    void addressOpensOneFileForOneReaderAndPurposeAndNothingWithoutTheSession() {
        String id = sendMessageWith("a.pdf", Specimens.pdf("Exercises"));
        String other = sendMessageWith("b.pdf", Specimens.pdf("Diet"));
        String view = signed(desk(), id, FilePurpose.VIEW);
        assertThat(desk.open(view).status()).isEqualTo(200);

        assertThat(desk.open(address + "/" + id).status()).as("no seal").isEqualTo(404);
        assertThat(desk.open(view.replace("seal=", "seal=A")).status())
                .as("forged")
                .isEqualTo(404);
        assertThat(desk.open(view.replace(id, other)).status())
                .as("another file")
                .isEqualTo(404);
        assertThat(desk.open(view.replace("?", "/download?")).status())
                .as("another purpose")
                .isEqualTo(404);
        assertThat(desk.open(later(view)).status()).as("longer").isEqualTo(404);
        Browser colleague = browser();
        colleague.signIn(surgery.receptionist());
        assertThat(colleague.open(view).status()).as("another reader").isEqualTo(404);
        assertThat(colleague
                        .open(signed(FileReader.staff(surgery.receptionist(), rosa), id, FilePurpose.VIEW))
                        .status())
                .isEqualTo(200);
        assertThat(browser().open(view).html().select("form[action=/sign-in]"))
                .as("nobody is signed in")
                .hasSize(1);
    }

    @Test
    void addressThatIsTooOldLeadsToAFreshOne() {
        String id = sendMessageWith("rash.jpg", Specimens.jpeg(640, 480));
        for (FilePurpose purpose : FilePurpose.values()) {
            String old = AnHourAgo.addresses(cipher).of(desk(), new AttachmentId(UUID.fromString(id)), purpose);
            HttpResponse<String> answer = desk.fetch(old);
            assertThat(answer.statusCode()).isEqualTo(302);
            String fresh = answer.headers().firstValue("Location").orElseThrow();
            assertThat(fresh).isEqualTo(signed(desk(), id, purpose));
            assertThat(desk.fetch(fresh).statusCode()).isEqualTo(200);
            assertThat(desk.open(old.replace("seal=", "seal=A")).status())
                    .as("forged and old")
                    .isEqualTo(404);
        }
    }

    @Test
    void pageThatLooksAgainFindsTheSameAddresses() {
        sendMessageWith("rash.jpg", Specimens.jpeg(640, 480));
        // a step of five minutes may end between two looks, and not between three
        List<String> looks = IntStream.range(0, 3)
                .mapToObj(n -> desk.open("/patients/" + rosa)
                        .html()
                        .select("#conversation .a-file")
                        .outerHtml())
                .toList();
        assertThat(looks)
                .satisfiesAnyOf(
                        seen -> assertThat(seen.get(1)).isEqualTo(seen.get(0)),
                        seen -> assertThat(seen.get(2)).isEqualTo(seen.get(1)));
    }

    @Test
    void whoeverLostTheLineGoesOnWhereItBroke() {
        byte[] pdf = Specimens.pdf("Exercises");
        String id = begin(address, "a.pdf", pdf.length);
        int most = pdf.length * 9 / 10;
        assertThat(piece(address, id, 0, Arrays.copyOf(pdf, most)).statusCode()).isEqualTo(200);
        HttpResponse<String> again = piece(address, id, 0, Arrays.copyOf(pdf, most));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("\"received\":" + most);
        HttpResponse<String> last = piece(address, id, most, Arrays.copyOfRange(pdf, most, pdf.length));
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(last.body()).contains("\"done\":true", "\"name\":\"a.pdf\"");
    }

    @Test
    void whatIsWrongIsSaidInItsOwnWordsAndTheMessageIsNotSentWithoutIt() {
        HttpResponse<String> large = begin("big.pdf", Attachments.MOST_BYTES + 1);
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body()).contains("larger than 10 MB");
        byte[] page404 = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        String html = begin(address, "photo.jpg", page404.length);
        HttpResponse<String> refused = piece(address, html, 0, page404);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This kind of file cannot be sent");

        Page back = desk.submit(page, FORM, Map.of("messageText", "With a page.", "file", html));
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.text()).contains("A file could not be attached");
        assertThat(back.html().select("#messageText").text()).isEqualTo("With a page.");
        assertThat(messages.with(surgery.clinician(), rosa)).isEmpty();

        String pdf = send(address, "a.pdf", Specimens.pdf("Exercises"));
        Page empty = desk.submit(page, FORM, Map.of("messageText", "", "file", pdf));
        assertThat(empty.html().select("input[name=file]").eachAttr("value"))
                .as("still attached when the form comes back")
                .containsExactly(pdf);
        Page sent = desk.submit(empty, FORM, Map.of("messageText", "Now with words."));
        assertThat(sent.html().select("#conversation .a-file").text()).contains("a.pdf");
    }

    @Test
    void patientSendsAPhotoAndSeesOnlyTheirOwn() {
        message();
        Browser phone = browser();
        Page asked = phone.open(letterLink());
        Page conversation = phone.submit(
                asked, "form[action$=/identity]", Map.of("day", "14", "month", "3", "year", "1957", "consent", "true"));
        page = conversation;
        byte[] photo = Specimens.jpeg(640, 480);
        String id = sendAs(phone, "/messages/files", "rash.jpg", photo);
        Page replied = phone.submit(conversation, "form[action=/messages]", Map.of("text", "Here it is", "file", id));
        assertThat(replied.html().select(".a-talk .a-file").text()).contains("rash.jpg");
        eventually(
                "it can be opened",
                () -> !links(phone.open("/messages"), ".a-talk").isEmpty());
        Elements links = links(phone.open("/messages"), ".a-talk");
        assertThat(links.eachText()).containsExactly("Open rash.jpg", "Download rash.jpg");
        assertThat(links.select("[target]")).isEmpty();
        HttpResponse<String> small = phone.fetch(links.get(0).selectFirst("img").attr("src"));
        assertThat(small.statusCode()).isEqualTo(200);
        assertThat(small.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertGuarded(small);
        Page view = phone.open(links.get(1).attr("href"));
        assertThat(view.html().select("header a").first().attr("href")).isEqualTo("/messages");
        String image = view.html().select("main img").attr("src");
        assertThat(phone.fetch(image).headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(disposition(phone.fetch(links.get(2).attr("href")))).startsWith("attachment;");
        assertThat(desk.fetch(signed(desk(), id, FilePurpose.VIEW)).statusCode())
                .isEqualTo(200);

        FileReader home = FileReader.patient(practice, rosa, "/messages", false);
        String theirs = signed(home, id, FilePurpose.DOWNLOAD);
        assertThat(phone.fetch(theirs).statusCode()).isEqualTo(200);
        assertThat(phone.fetch("/messages/files/" + id + "/download").statusCode())
                .as("no seal")
                .isEqualTo(404);
        assertThat(phone.fetch(theirs.replace("seal=", "seal=A")).statusCode())
                .as("forged")
                .isEqualTo(404);
        assertThat(browser().fetch(theirs).statusCode()).as("no device of hers").isEqualTo(404);
        assertThat(phone.fetch("/visit" + theirs).statusCode())
                .as("not in a call")
                .isEqualTo(404);
        String old = AnHourAgo.addresses(cipher).of(home, new AttachmentId(UUID.fromString(id)), FilePurpose.DOWNLOAD);
        assertThat(phone.fetch(old).headers().firstValue("Location")).contains(theirs);
        assertThat(browser().fetch(old).statusCode())
                .as("old, and no device of hers")
                .isEqualTo(404);
        Patient tom = cast.patient(practice, "Tom", "Adeyemi", "1988-07-02", "tom@mail.example", null);
        FileReader deskOfTom = FileReader.staff(surgery.clinician(), tom.id());
        assertThat(desk.fetch(signed(deskOfTom, id, FilePurpose.VIEW)).statusCode())
                .as("below another patient's address")
                .isEqualTo(404);
        Surgery another = cast.surgery();
        Browser elsewhere = browser();
        elsewhere.signIn(another.clinician());
        assertThat(elsewhere.fetch(signed(desk(), id, FilePurpose.VIEW)).statusCode())
                .isEqualTo(404);
        assertThat(elsewhere
                        .fetch(signed(FileReader.staff(another.clinician(), rosa), id, FilePurpose.VIEW))
                        .statusCode())
                .as("another practice's")
                .isEqualTo(404);
        String loose = sendAs(phone, "/messages/files", "second.jpg", photo);
        assertThat(desk.fetch(signed(desk(), loose, FilePurpose.VIEW)).statusCode())
                .as("what nobody has sent yet")
                .isEqualTo(404);
    }

    private String sendMessageWith(String name, byte[] file) {
        String id = send(address, name, file);
        desk.submit(
                page, FORM, Map.of("messageText", "Look at " + name, "file", id, "formKey", UUID.randomUUID() + ""));
        eventually(
                "it can be opened",
                () -> desk.fetch(signed(desk(), id, FilePurpose.VIEW)).statusCode() == 200);
        return id;
    }

    private FileReader desk() {
        return FileReader.staff(surgery.clinician(), rosa);
    }

    private String signed(FileReader reader, String file, FilePurpose purpose) {
        return addresses.of(reader, new AttachmentId(UUID.fromString(file)), purpose);
    }

    private static String later(String address) {
        Matcher until = Pattern.compile("until=(\\d+)").matcher(address);
        assertThat(until.find()).isTrue();
        return until.replaceFirst("until=" + (Long.parseLong(until.group(1)) + 5));
    }

    private static Elements links(Page page) {
        return links(page, "#conversation");
    }

    private static Elements links(Page page, String within) {
        return page.html().select(within + " .a-file a");
    }

    private static void assertGuarded(HttpResponse<String> answer) {
        assertThat(policy(answer)).contains("default-src 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    private static String policy(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
        return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private static String disposition(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Disposition").orElseThrow();
    }

    private String letterLink() {
        eventually(
                "the letter",
                () -> Arrays.stream(MAIL.getReceivedMessages())
                        .anyMatch(mail -> text(mail).contains("/m/" + code())));
        String letter = Arrays.stream(MAIL.getReceivedMessages())
                .map(MessageFilesTest::text)
                .filter(text -> text.contains("/m/" + code()))
                .findFirst()
                .orElseThrow();
        Matcher link = Pattern.compile("/m/\\w+").matcher(letter);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private String code() {
        return superuser
                .sql("select public_code from practice where practice_id = :id")
                .param("id", practice.value())
                .query(String.class)
                .single();
    }

    private static String text(MimeMessage mail) {
        return GreenMailUtil.getWholeMessage(mail).replace("=\r\n", "");
    }

    private HttpResponse<String> begin(String name, long size) {
        return beginAs(desk, address, name, size);
    }

    private String begin(String where, String name, long size) {
        return id(beginAs(desk, where, name, size));
    }

    private HttpResponse<String> beginAs(Browser who, String where, String name, long size) {
        return who.post(
                page,
                where,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                ("name=" + name + "&size=" + size).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> piece(String where, String id, long offset, byte[] bytes) {
        return pieceAs(desk, where, id, offset, bytes);
    }

    private HttpResponse<String> pieceAs(Browser who, String where, String id, long offset, byte[] bytes) {
        return who.post(
                page,
                where + "/" + id,
                Map.of("Content-Type", "application/octet-stream", "Upload-Offset", Long.toString(offset)),
                bytes);
    }

    private String send(String where, String name, byte[] file) {
        return sendAs(desk, where, name, file);
    }

    private String sendAs(Browser who, String where, String name, byte[] file) {
        String id = id(beginAs(who, where, name, file.length));
        assertThat(pieceAs(who, where, id, 0, file).statusCode()).isEqualTo(200);
        return id;
    }

    private static String id(HttpResponse<String> answer) {
        Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(answer.body());
        assertThat(id.find()).as(answer.body()).isTrue();
        return id.group(1);
    }
}
