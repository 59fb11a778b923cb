package uk.anteroom.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static uk.anteroom.testing.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.account.Accounts;
import uk.anteroom.fileexchange.FileAddresses;
import uk.anteroom.fileexchange.FilePurpose;
import uk.anteroom.fileexchange.FileReader;
import uk.anteroom.intake.RequestFiles;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.NotAllowed;
import uk.anteroom.practice.Practices;
import uk.anteroom.request.RequestId;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RealClamd;
import uk.anteroom.testing.Stranger;
import uk.anteroom.testing.Surgery;

/** Files of somebody whom nobody knows, on their way to the practice with a request. */
class RequestFilesTest extends ScannedService {

    @Autowired
    Practices practices;

    @Autowired
    Accounts accounts;

    @Autowired
    RequestFiles files;

    @Autowired
    FileAddresses addresses;

    Stranger stranger;
    Page page;
    String code;

    @BeforeEach
    void begin() {
        code = practices.get(practice).publicCode();
        stranger = new Stranger(browser(), code);
        page = asksForFiles(stranger);
    }

    @Test
    void aFileWaitsForItsRequestAndOpensForNobodyBeforeTheVerdict() {
        CLAMD.stop();
        String id = send(stranger.browser, "rash.jpg", Specimens.jpeg(640, 480));
        Page who = stranger.browser.submit(page, "form[action$=/ask/files]", Map.of("file", id));
        assertThat(who.path()).endsWith("/ask/who");
        assertThat(stranger.open("files").html().select("[data-files-list] b").eachText())
                .containsExactly("rash.jpg");
        stranger.answers("who");
        Page check = stranger.answers("reach");
        assertThat(check.text()).contains("rash.jpg");
        Attachment waiting = attachment(id);
        assertThat(waiting.state()).isEqualTo(AttachmentState.WAITING);
        assertThat(waiting.attached()).isFalse();
        UUID request = waiting.owner().request();
        assertThat(attachments.ofRequest(practice, request)).isEmpty();

        assertThat(stranger.sends(check).path()).endsWith("/ask/sent");

        assertThat(attachments.ofRequest(practice, request))
                .extracting(Attachment::id)
                .containsExactly(new AttachmentId(UUID.fromString(id)));
        assertThat(attachments.read(practice, new AttachmentId(UUID.fromString(id))))
                .isEmpty();
        CLAMD.start();
        hurry("attachment-scan", new AttachmentId(UUID.fromString(id)));
        eventually(
                "it can be read",
                () -> attachments
                        .read(practice, new AttachmentId(UUID.fromString(id)))
                        .isPresent());
        // nobody but the practice reads it: the public page gives no files out
        assertThat(stranger.browser
                        .open("/p/" + code + "/ask/attachments/" + id)
                        .status())
                .isIn(404, 405);
    }

    @Test
    void staffOpenTheFilesOfARequestAndNobodyElseDoes() {
        String id = send(stranger.browser, "rash.jpg", Specimens.jpeg(640, 480));
        stranger.browser.submit(page, "form[action$=/ask/files]", Map.of("file", id));
        stranger.answers("who");
        UUID request = attachment(id).owner().request();
        eventually("a verdict", () -> attachment(id).state() == AttachmentState.CLEAN);
        AttachmentId file = new AttachmentId(UUID.fromString(id));
        RequestId of = new RequestId(request);
        assertThat(files.of(surgery.clinician(), of)).as("before it is sent").isEmpty();
        assertThat(files.find(surgery.clinician(), of, file)).isEmpty();
        stranger.sends(stranger.answers("reach"));

        Browser desk = browser();
        desk.signIn(surgery.receptionist());
        for (FilePurpose purpose : FilePurpose.values()) {
            String address = addresses.of(FileReader.request(surgery.receptionist(), request), file, purpose);
            assertThat(desk.fetch(address).statusCode()).as(address).isEqualTo(200);
            assertThat(desk.fetch(address.replace(
                                    request.toString(), UUID.randomUUID().toString()))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(desk.fetch(address.replace("seal=", "seal=A")).statusCode())
                    .isEqualTo(404);
        }
        assertThat(acts(file)).contains("attachment.opened");
        Surgery other = cast.surgery();
        assertThat(files.open(other.clinician(), of, file)).isEmpty();
        assertThatThrownBy(() -> files.of(surgery.manager(), of)).isInstanceOf(NotAllowed.class);
        assertThat(attachments.find(practice, file, rosa))
                .as("in no conversation")
                .isEmpty();
    }

    @Test
    void whoeverIsSignedInOpensTheFilesOfTheirOwnRequest() {
        String name = UUID.randomUUID() + "@mail.example";
        accounts.open(practice, rosa, new EmailAddress(name), Cast.PASSWORD);
        Browser hers = signedIn(name);
        Stranger writer = new Stranger(hers, code);
        Page form = asksForFiles(writer);
        String id = send(hers, form, "rash.jpg", Specimens.jpeg(640, 480));
        hers.submit(form, "form[action$=/ask/files]", Map.of("file", id));
        UUID request = attachment(id).owner().request();
        eventually("a verdict", () -> attachment(id).state() == AttachmentState.CLEAN);
        writer.sends(writer.answers("reach"));
        Page read = hers.open("/account/requests/" + request);
        assertThat(read.html().select(".a-file b").eachText()).containsExactly("rash.jpg");
        for (Element link : read.html().select(".a-file a[href], .a-file img[src]")) {
            String address = link.attr(link.hasAttr("src") ? "src" : "href");
            assertThat(hers.fetch(address).statusCode()).as(address).isEqualTo(200);
        }
        AttachmentId file = new AttachmentId(UUID.fromString(id));
        assertThat(acts(file)).contains("attachment.opened");

        String tomsName = UUID.randomUUID() + "@mail.example";
        PatientId tom = cast.withAccount(practice, tomsName).id();
        Browser his = signedIn(tomsName);
        for (FilePurpose purpose : FilePurpose.values()) {
            assertThat(his.fetch(addresses.of(FileReader.account(practice, rosa, rosa, request), file, purpose))
                            .statusCode())
                    .as("made for her")
                    .isEqualTo(404);
            assertThat(his.fetch(addresses.of(FileReader.account(practice, tom, tom, request), file, purpose))
                            .statusCode())
                    .as("made for him, and not his")
                    .isEqualTo(404);
        }
    }

    @Test
    void filesOfWhoeverHadNotSignedInAreForThePracticeAlone() {
        stranger.says("who", Map.of("nhsNumber", surgery.rosa().nhsNumber().value(), "postcode", ""));
        String id = send(stranger.browser, "rash.jpg", Specimens.jpeg(640, 480));
        stranger.browser.submit(page, "form[action$=/ask/files]", Map.of("file", id));
        stranger.answers("who");
        UUID request = attachment(id).owner().request();
        eventually("a verdict", () -> attachment(id).state() == AttachmentState.CLEAN);
        stranger.sends(stranger.answers("reach"));
        String name = UUID.randomUUID() + "@mail.example";
        accounts.open(practice, rosa, new EmailAddress(name), Cast.PASSWORD);
        Browser hers = signedIn(name);
        Page read = hers.open("/account/requests/" + request);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.html().select(".a-file")).isEmpty();
        AttachmentId file = new AttachmentId(UUID.fromString(id));
        assertThat(hers.fetch(addresses.of(
                                FileReader.account(practice, rosa, rosa, request), file, FilePurpose.DOWNLOAD))
                        .statusCode())
                .isEqualTo(404);
    }

    private Browser signedIn(String name) {
        Browser who = browser();
        who.submit(
                who.open("/p/" + code + "/sign-in"), "form.a-form", Map.of("email", name, "password", Cast.PASSWORD));
        return who;
    }

    @Test
    void aFileThatIsInfectedKeepsTheRequestUntilItIsRemoved() {
        String id = send(stranger.browser, "letter.pdf", Specimens.pdf(RealClamd.MARKER));
        stranger.browser.submit(page, "form[action$=/ask/files]", Map.of("file", id));
        stranger.answers("who");
        Page check = stranger.answers("reach");
        eventually("a verdict", () -> attachment(id).state() != AttachmentState.WAITING);
        assertThat(attachment(id).state()).isEqualTo(AttachmentState.INFECTED);

        Page refused = stranger.sends(check);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("A file could not be attached");
        Page again = stranger.browser.submit(refused, "form[action$=/ask/files]", Map.of());
        assertThat(again.path()).endsWith("/ask/check");
        assertThat(stranger.sends(again).path()).endsWith("/ask/sent");
    }

    @Test
    void aFileOfAnotherIsNotTaken() {
        Stranger other = new Stranger(browser(), code);
        asksForFiles(other);
        String theirs = send(other.browser, other.open("files"), "theirs.jpg", Specimens.jpeg(64, 64));
        String rosas = sent("rosas.jpg", Specimens.jpeg(64, 64)).id().toString();
        for (String foreign : List.of(theirs, rosas, UUID.randomUUID().toString())) {
            assertThat(stranger.browser
                            .post(
                                    page,
                                    "/p/" + code + "/ask/attachments/" + foreign,
                                    Map.of("Content-Type", "application/octet-stream", "Upload-Offset", "0"),
                                    new byte[1])
                            .statusCode())
                    .isEqualTo(404);
            stranger.browser.submit(stranger.open("files"), "form[action$=/ask/files]", Map.of("file", foreign));
            assertThat(stranger.open("files").html().select("[data-files-list] li"))
                    .isEmpty();
            stranger.answers("who");
            Page check = stranger.answers("reach");
            assertThat(stranger.sends(check).status()).isEqualTo(422);
        }
        assertThat(attachment(theirs).attached()).isFalse();
    }

    @Test
    void whatWasSentForARequestThatIsDeletedIsGone() {
        String id = send(stranger.browser, "rash.jpg", Specimens.jpeg(64, 64));
        stranger.browser.submit(page, "form[action$=/ask/removal]", Map.of());
        assertThat(superuser
                        .sql("select count(*) from attachment where attachment_id = :id")
                        .param("id", UUID.fromString(id))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsLeftAloneForHoursIsErasedWithItsFiles() {
        String id = send(stranger.browser, "rash.jpg", Specimens.jpeg(64, 64));
        UUID request = attachment(id).owner().request();
        hurry("intake-erasure", new AttachmentId(request));
        eventually(
                "the job looks again later",
                () -> superuser
                        .sql("select execution_time > now() from scheduled_tasks where task_name = 'intake-erasure'"
                                + " and task_instance = :instance")
                        .param("instance", practice + "/" + request)
                        .query(Boolean.class)
                        .single());
        assertThat(left("intake", "request_id", request)).isOne();
        superuser
                .sql("update intake set touched_at = touched_at - interval '4 hours' where request_id = :id")
                .param("id", request)
                .update();
        hurry("intake-erasure", new AttachmentId(request));
        eventually("it is erased", () -> left("intake", "request_id", request) == 0);
        assertThat(left("attachment", "request_id", request)).isZero();
    }

    private int left(String table, String column, UUID id) {
        return superuser
                .sql("select count(*) from " + table + " where " + column + " = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Test
    void whoHasBegunNothingSendsNoFile() {
        assertThat(begin(browser(), browser().open("/p/" + code), "a.jpg", 10).statusCode())
                .isIn(403, 404);
        stranger.browser.cookies().remove("__Host-ask");
        assertThat(begin(stranger.browser, page, "a.jpg", 10).statusCode()).isEqualTo(404);
    }

    @Test
    void withoutScriptFilesComeOneByOneAndWaitAsAnyOther() {
        CLAMD.stop();
        Page one = upload("rash.jpg", Specimens.jpeg(640, 480));
        assertThat(one.path()).endsWith("/ask/files");
        Page two = upload("letter.pdf", Specimens.pdf("A letter"));
        assertThat(two.html().select("noscript .a-file b").eachText()).containsExactly("rash.jpg", "letter.pdf");

        // as the form holds them: a field of the same name for each
        String both = two.html().select("[data-files-list] input[name=file]").eachAttr("value").stream()
                .map(id -> "file=" + id)
                .collect(Collectors.joining("&"));
        HttpResponse<String> onward = stranger.browser.post(
                two,
                "/p/" + code + "/ask/files",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                both.getBytes(StandardCharsets.US_ASCII));
        assertThat(onward.headers().firstValue("Location").orElseThrow()).endsWith("/ask/who");
        stranger.answers("who");
        Page check = stranger.answers("reach");
        assertThat(check.text()).contains("rash.jpg", "letter.pdf");
        AttachmentId file = new AttachmentId(UUID.fromString(id(two, "rash.jpg")));
        UUID request = attachment(id(two, "rash.jpg")).owner().request();
        assertThat(stranger.sends(check).path()).endsWith("/ask/sent");
        assertThat(attachments.ofRequest(practice, request))
                .extracting(Attachment::name, Attachment::state)
                .containsExactly(
                        tuple("rash.jpg", AttachmentState.WAITING), tuple("letter.pdf", AttachmentState.WAITING));
        CLAMD.start();
        hurry("attachment-scan", file);
        eventually("it can be read", () -> attachments.read(practice, file).isPresent());
        assertThat(upload("late.jpg", Specimens.jpeg(64, 64)).path()).contains("note=gone");
    }

    @Test
    void withoutScriptWhatIsWrongWithAFileIsSaidAtItsField() {
        Map<String, byte[]> wrong = Map.of(
                "This kind of file cannot be sent",
                "<html>".getBytes(StandardCharsets.UTF_8),
                "There is nothing in this file",
                new byte[0],
                "This file is larger than 10 MB",
                new byte[11 * 1024 * 1024],
                "This PDF has a password",
                Specimens.pdfWithPassword("secret"));
        wrong.forEach((why, content) -> {
            Page refused = upload("page.pdf", content);
            assertThat(refused.status()).as(why).isEqualTo(422);
            assertThat(refused.html().select("noscript #plainFile-error").text())
                    .contains(why);
            assertThat(refused.html().select(".nhsuk-error-summary a").attr("href"))
                    .isEqualTo("#plainFile");
        });
        Page nothing = nothing();
        assertThat(stranger.browser.open(nothing.path()).path()).endsWith("/ask/files");
        assertThat(nothing.html().select("#plainFile-error").text()).contains("Choose your files");
        for (int i = 0; i < 5; i++) {
            assertThat(upload("rash" + i + ".jpg", Specimens.jpeg(64, 64)).status())
                    .isEqualTo(200);
        }
        Page sixth = upload("rash6.jpg", Specimens.jpeg(64, 64));
        assertThat(sixth.html().select("#plainFile-error").text()).contains("five files");
        assertThat(sixth.html().select("noscript .a-file")).hasSize(5);
    }

    @Test
    void withoutScriptAFileIsRemovedAndNothingOfItStays() {
        Page one = upload("rash.jpg", Specimens.jpeg(64, 64));
        String id = id(one, "rash.jpg");
        Page none = stranger.browser.submit(one, "#remove-file", Map.of("file", id));
        assertThat(none.path()).endsWith("/ask/files");
        assertThat(none.html().select(".a-file:not(template .a-file)")).isEmpty();
        assertThat(left("attachment", "attachment_id", UUID.fromString(id))).isZero();
    }

    @Test
    void withoutScriptNobodySendsWhoHasBegunNothing() {
        byte[] file = Specimens.jpeg(64, 64);
        String address = "/p/" + code + "/ask/files/upload";
        assertThat(browser().upload(address, Map.of(), "plainFile", file).path())
                .isEqualTo("/p/" + code + "?note=gone");
        // begun, and without the form's token
        assertThat(stranger.browser.upload(address, Map.of(), "plainFile", file).status())
                .isEqualTo(403);
        Map<String, String> token = Map.of("_csrf", Browser.token(page));
        for (String elsewhere :
                List.of("/p/" + code + "/ask/files", "/p/" + code + "/ask/files/upload/", "/p/" + code)) {
            assertThat(stranger.browser
                            .upload(elsewhere, token, "plainFile", file)
                            .status())
                    .as(elsewhere)
                    .isEqualTo(415);
        }
        assertThat(superuser
                        .sql("select count(*) from attachment where practice_id = :practice")
                        .param("practice", practice.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void withoutScriptFewSendAtOnceAndTheOthersAreToldToWait() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            // one more each time: whoever comes while the question itself has the last place is sent away
            eventually("all places are taken", () -> {
                slow.add(halfAnUpload());
                return nothing().text().contains("Many people are sending files now");
            });
            // the last place may be that of the question before, which was answered a moment ago
            assertThat(slow).hasSizeGreaterThanOrEqualTo(7);
        } finally {
            for (Socket one : slow) {
                one.close();
            }
        }
        eventually("places are free", () -> nothing().text().contains("Choose your files"));
    }

    private Page nothing() {
        return stranger.browser.upload(page, "#add-file", "plainFile", "", new byte[0]);
    }

    /** Says that a file comes, and sends no more of it. */
    private Socket halfAnUpload() {
        String cookies = stranger.browser.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        try {
            Socket socket = new Socket("127.0.0.1", port);
            socket.getOutputStream()
                    .write(("POST /p/" + code + "/ask/files/upload HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies
                                    + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000\r\n\r\n--x\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page upload(String name, byte[] content) {
        return stranger.browser.upload(page, "#add-file", "plainFile", name, content);
    }

    /** Of the file of that name, as its button holds it. */
    private static String id(Page page, String name) {
        return page.html()
                .select("noscript .a-file:has(b:contains(" + name + ")) button")
                .attr("value");
    }

    private static Page asksForFiles(Stranger one) {
        one.begins();
        for (String step : List.of("signs", "kind", "about")) {
            one.answers(step);
        }
        Page files = one.answers("safety");
        assertThat(files.path()).endsWith("/ask/files");
        return files;
    }

    private Attachment attachment(String id) {
        UUID request = superuser
                .sql("select request_id from attachment where attachment_id = :id")
                .param("id", UUID.fromString(id))
                .query(UUID.class)
                .single();
        return attachments
                .find(practice, new AttachmentId(UUID.fromString(id)), FileOwner.request(request))
                .orElseThrow();
    }

    private String send(Browser who, String name, byte[] file) {
        return send(who, page, name, file);
    }

    private String send(Browser who, Page from, String name, byte[] file) {
        HttpResponse<String> begun = begin(who, from, name, file.length);
        Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(begun.body());
        assertThat(id.find()).as(begun.body()).isTrue();
        assertThat(who.post(
                                from,
                                "/p/" + code + "/ask/attachments/" + id.group(1),
                                Map.of("Content-Type", "application/octet-stream", "Upload-Offset", "0"),
                                file)
                        .statusCode())
                .isEqualTo(200);
        return id.group(1);
    }

    private HttpResponse<String> begin(Browser who, Page from, String name, long size) {
        return who.post(
                from,
                "/p/" + code + "/ask/attachments",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                ("name=" + name + "&size=" + size).getBytes(StandardCharsets.UTF_8));
    }
}
