package uk.anteroom.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.anteroom.patient.Patient;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;

/** Files on their way from one side of a conversation to the other, over HTTP. */
class MessageFilesTest extends ScannedService {

    private static final String FORM = "form[action$=/messages]";

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
        assertThat(desk.open(address + "/" + id).status()).isEqualTo(404);

        CLAMD.start();
        hurry("attachment-scan", new AttachmentId(UUID.fromString(id)));
        eventually(
                "it can be opened",
                () -> !desk.open("/patients/" + rosa)
                        .html()
                        .select("#conversation .a-file a")
                        .isEmpty());
        HttpResponse<String> file = desk.fetch(address + "/" + id);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).startsWith("%PDF-");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("Exercises.pdf");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "sandbox");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(acts(new AttachmentId(UUID.fromString(id)))).contains("attachment.opened");
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
                "it can be opened", () -> phone.fetch("/messages/files/" + id).statusCode() == 200);
        assertThat(phone.fetch("/messages/files/" + id + "/picture").headers().firstValue("Content-Type"))
                .contains("image/jpeg");
        assertThat(desk.fetch(address + "/" + id).statusCode()).isEqualTo(200);

        assertThat(browser().fetch("/messages/files/" + id).statusCode()).isEqualTo(404);
        assertThat(phone.fetch("/visit/messages/files/" + id).statusCode()).isEqualTo(404);
        Patient tom = cast.patient(practice, "Tom", "Adeyemi", "1988-07-02", "tom@mail.example", null);
        assertThat(desk.fetch("/patients/" + tom.id() + "/messages/files/" + id).statusCode())
                .as("below another patient's address")
                .isEqualTo(404);
        Browser elsewhere = browser();
        elsewhere.signIn(cast.surgery().clinician());
        assertThat(elsewhere.fetch(address + "/" + id).statusCode()).isEqualTo(404);
        String loose = sendAs(phone, "/messages/files", "second.jpg", photo);
        assertThat(desk.fetch(address + "/" + loose).statusCode())
                .as("what nobody has sent yet")
                .isEqualTo(404);
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
