package uk.anteroom.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.attachment.Specimens.SECRET;
import static uk.anteroom.attachment.Specimens.bytes;
import static uk.anteroom.attachment.Specimens.text;
import static uk.anteroom.testing.Eventually.eventually;
import static uk.anteroom.testing.Together.together;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;
import uk.anteroom.testing.Surgery;

class AttachmentsTest extends ScannedService {

    @Autowired
    MessageSource words;

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("a program called photo.jpg", bytes("MZ\u0090\0\3\0\0\0 program"), Refusal.UNKNOWN_KIND),
                Arguments.of(
                        "SVG",
                        bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
                        Refusal.UNKNOWN_KIND),
                Arguments.of("HTML", bytes("<!doctype html><script>alert(1)</script>"), Refusal.UNKNOWN_KIND),
                Arguments.of("GIF", bytes("GIF89a\1\0\1\0\0\0\0;"), Refusal.UNKNOWN_KIND),
                Arguments.of("ZIP", bytes("PK\3\4 and so on"), Refusal.UNKNOWN_KIND),
                Arguments.of("EICAR as it is", Specimens.eicar(), Refusal.UNKNOWN_KIND),
                Arguments.of("a page before a PDF", bytes("<html>\n" + text(Specimens.pdf("x"))), Refusal.UNKNOWN_KIND),
                Arguments.of("the head of a PDF", bytes("%PDF-1.7\n"), Refusal.UNREADABLE),
                Arguments.of(
                        "a JPEG that says it is a PDF",
                        bytes("%PDF-" + text(Specimens.jpeg(9, 9))),
                        Refusal.UNREADABLE),
                Arguments.of("the head of a JPEG", bytes("\u00ff\u00d8\u00ff\u00e0"), Refusal.UNREADABLE),
                Arguments.of("a JPEG that was cut off", Specimens.jpegThatWasCutOff(), Refusal.UNREADABLE),
                Arguments.of("a JPEG of thousands of scans", Specimens.jpegOfThousandsOfScans(), Refusal.UNREADABLE),
                Arguments.of(
                        "a PNG that was cut off", Arrays.copyOf(Specimens.png(400, 300), 2000), Refusal.UNREADABLE),
                Arguments.of("a PNG of 50,000 by 50,000", Specimens.pngThatFloods(), Refusal.TOO_MANY_PIXELS),
                Arguments.of("a HEIC of no picture", bytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), Refusal.UNREADABLE),
                Arguments.of(
                        "a HEIC that floods",
                        bytes(
                                "\0\0\0\u0018ftypheic\0\0\0\0mif1heic\0\0\0\u0014ispe\0\0\0\0\0\0\u00c3\u0050\0\0\u00c3\u0050"),
                        Refusal.TOO_MANY_PIXELS),
                Arguments.of("a PDF that floods", Specimens.pdfThatFloods(), Refusal.TOO_MANY_PIXELS),
                Arguments.of("a PDF with a password", Specimens.pdfWithPassword("guess"), Refusal.PROTECTED),
                Arguments.of("a PDF that may not be copied", Specimens.pdfWithPassword(""), Refusal.PROTECTED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostileFileIsRefusedWithItsOwnReasonAndLeavesNothing(String what, byte[] file, Refusal why) {
        Attachment refused = sent("photo.jpg", file);

        assertThat(refused.state()).isEqualTo(AttachmentState.REFUSED);
        assertThat(refused.refusal()).isEqualTo(why);
        assertThat(bytesLeft(refused.id())).isZero();
        assertThat(attachments.read(practice, refused.id())).isEmpty();
        assertThat(attachments.attach(practice, FileOwner.conversation(rosa, null), message(), List.of(refused.id())))
                .isFalse();
    }

    @Test
    void tooLargeAndEmptyAreRefusedBeforeAnythingIsSent() {
        assertThat(attachments.begin(practice, FileOwner.conversation(rosa, null), "scan.pdf", 10 * 1024 * 1024 + 1))
                .isEqualTo(new Beginning.Refused(Refusal.TOO_LARGE));
        assertThat(attachments.begin(practice, FileOwner.conversation(rosa, null), "scan.pdf", 0))
                .isEqualTo(new Beginning.Refused(Refusal.EMPTY));
    }

    @Test
    void moreThanWasAnnouncedIsRefusedForGood() {
        Attachment one = begun("scan.pdf", 10);
        append(one.id(), 0, new byte[6]);

        Receiving more = append(one.id(), 6, new byte[5]);

        assertThat(((Receiving.Complete) more).attachment().refusal()).isEqualTo(Refusal.TOO_LARGE);
        assertThat(bytesLeft(one.id())).isZero();
        assertThat(append(one.id(), 6, new byte[4])).isInstanceOf(Receiving.Complete.class);
    }

    @Test
    void largestFileIsTaken() {
        byte[] noise = Specimens.noise(1850, 1850);
        assertThat(noise.length).isBetween(9 * 1024 * 1024, 10 * 1024 * 1024);

        assertThat(sent("noise.png", noise).state()).isEqualTo(AttachmentState.WAITING);
    }

    @Test
    void everyRefusalHasItsSentence() {
        for (Refusal why : Refusal.values()) {
            assertThat(words.getMessage(why.sentence(), null, Locale.UK)).isNotBlank();
        }
    }

    @Test
    void photoComesBackUprightWithoutWhereItWasTaken() throws IOException {
        byte[] taken = Specimens.jpegFromATelephoneHeldUpright();
        assertThat(text(taken)).contains(SECRET);

        Content content = readOnceScanned(sent("IMG 1.JPEG", taken));

        assertThat(content.kind()).isEqualTo(FileKind.JPEG);
        assertThat(content.name()).isEqualTo("IMG 1.JPEG");
        assertThat(text(content.bytes())).doesNotContain(SECRET).doesNotContain("Exif");
        BufferedImage picture = picture(content.bytes());
        assertThat(picture.getWidth()).isEqualTo(48);
        assertThat(picture.getHeight()).isEqualTo(64);
        Color above = new Color(picture.getRGB(24, 8));
        Color below = new Color(picture.getRGB(24, 56));
        assertThat(above.getRed()).isGreaterThan(200);
        assertThat(below.getBlue()).isGreaterThan(200);
    }

    @Test
    void whatStoodBehindAPictureOrAPdfIsGone() throws IOException {
        Content picture = readOnceScanned(sent("a.jpg", Specimens.jpegWithAPdfBehind()));
        Content pdf = readOnceScanned(sent("a.pdf", Specimens.pdfWithAZipBehind()));

        assertThat(text(picture.bytes())).doesNotContain("%PDF");
        assertThat(text(pdf.bytes())).doesNotContain(SECRET);
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void pngStaysPngAndHasASmallPicture() throws IOException {
        Attachment png = sent("rash", Specimens.png(900, 600));
        Content content = readOnceScanned(png);

        assertThat(content.kind()).isEqualTo(FileKind.PNG);
        assertThat(content.name()).isEqualTo("rash.png");
        assertThat(png.hasThumbnail()).isTrue();
        assertThat(png.size()).isEqualTo(content.bytes().length);
        assertThat(picture(content.bytes()).getColorModel().hasAlpha()).isTrue();
        byte[] small = attachments.thumbnail(practice, png.id()).orElseThrow();
        assertThat(small).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(picture(small).getWidth()).isEqualTo(320);
    }

    @Test
    void photoOfAnIphoneBecomesAJpeg() throws IOException {
        Attachment photo = sent("IMG_0042.HEIC", Specimens.heic(400, 300));
        Content content = readOnceScanned(photo);

        assertThat(content.kind()).isEqualTo(FileKind.JPEG);
        assertThat(content.name()).isEqualTo("IMG_0042.jpg");
        assertThat(picture(content.bytes()).getWidth()).isEqualTo(400);
        assertThat(picture(content.bytes()).getHeight()).isEqualTo(300);
    }

    @Test
    void pdfLosesWhatItDoesAndCarriesAndKeepsItsPages() throws IOException {
        byte[] acts = Specimens.pdfThatActs();

        Content content = readOnceScanned(sent("letter.pdf", acts));

        assertThat(content.kind()).isEqualTo(FileKind.PDF);
        assertThat(text(content.bytes())).doesNotContain(SECRET);
        try (PDDocument document = Loader.loadPDF(content.bytes())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(text(document.getPage(0).getContents().readAllBytes())).contains("page");
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
            assertThat(ActiveParts.removeFrom(document)).isFalse();
        }
    }

    @Test
    void fileThatCallsItselfAProgramIsSavedAsWhatItIs() {
        Content content = readOnceScanned(sent("C:\\Users\\Rosa\\setup\u202efdp.exe", Specimens.pdf("x")));
        assertThat(content.name()).isEqualTo("setupfdp.exe.pdf");
    }

    @Test
    void nameAndBytesAreSealedInTheDatabase() {
        Attachment one = sent("Rosa Whitfield.pdf", Specimens.pdf("words of a letter"));
        byte[] name = superuser
                .sql("select name_sealed from attachment where attachment_id = :id")
                .param("id", one.id().value())
                .query(byte[].class)
                .single();
        byte[] file = superuser
                .sql("select bytes_sealed from attachment_file where attachment_id = :id")
                .param("id", one.id().value())
                .query(byte[].class)
                .single();
        assertThat(text(name)).doesNotContain("Whitfield");
        assertThat(text(file)).doesNotContain("PDF").doesNotContain("words");
        assertThat(one.toString()).doesNotContain("Whitfield");
    }

    @Test
    void sendingGoesOnWhereItStopped() {
        byte[] pdf = Specimens.pdf("a letter");
        Attachment one = begun("letter.pdf", pdf.length);
        assertThat(append(one.id(), 0, Arrays.copyOf(pdf, 100))).isEqualTo(new Receiving.Taken(100));

        assertThat(append(one.id(), 0, Arrays.copyOf(pdf, 100))).isEqualTo(new Receiving.GoOnAt(100));
        assertThat(append(one.id(), 150, new byte[10])).isEqualTo(new Receiving.GoOnAt(100));
        assertThat(append(one.id(), 100, new byte[0])).isEqualTo(new Receiving.Taken(100));
        assertThat(look(one).received()).isEqualTo(100);
        Receiving last = append(one.id(), 100, Arrays.copyOfRange(pdf, 100, pdf.length));

        assertThat(((Receiving.Complete) last).attachment().state()).isEqualTo(AttachmentState.WAITING);
        assertThat(append(one.id(), 100, Arrays.copyOfRange(pdf, 100, pdf.length)))
                .isInstanceOf(Receiving.Complete.class);
        assertThat(readOnceScanned(one).bytes()).isNotEmpty();
    }

    @Test
    void afterACrashAnEmptyPieceHasTheFileMadeAnew() {
        byte[] pdf = Specimens.pdf("a letter");
        Attachment one = begun("letter.pdf", pdf.length + 1);
        append(one.id(), 0, pdf);
        // as if the process had died when the last piece was stored
        superuser
                .sql("update attachment set size = received where attachment_id = :id")
                .param("id", one.id().value())
                .update();

        assertThat(append(one.id(), pdf.length, new byte[0])).isInstanceOf(Receiving.Complete.class);
        assertThat(text(readOnceScanned(one).bytes())).contains("a letter");
    }

    @Test
    void ofTheSamePieceAtOnceOneIsTaken() {
        byte[] pdf = Specimens.pdf("a letter");
        Attachment one = begun("letter.pdf", pdf.length);

        List<Receiving> first = together(8, n -> append(one.id(), 0, Arrays.copyOf(pdf, 100)));
        List<Receiving> last = together(8, n -> append(one.id(), 100, Arrays.copyOfRange(pdf, 100, pdf.length)));

        assertThat(first).containsOnly(new Receiving.Taken(100), new Receiving.GoOnAt(100));
        assertThat(first).containsOnlyOnce(new Receiving.Taken(100));
        assertThat(last).allMatch(Receiving.Complete.class::isInstance);
        assertThat(acts(one.id())).containsOnlyOnce("attachment.received");
        assertThat(text(readOnceScanned(one).bytes())).contains("a letter");
    }

    @Test
    void fiftyAtOnceAreAllReadInTheEnd() {
        List<PatientId> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            people.add(cast.patient(practice, "Given" + i, "Family", "1990-01-01", null, null)
                    .id());
        }
        byte[] jpeg = Specimens.jpeg(300, 200);

        List<Attachment> all = together(50, n -> sent(people.get(n % 5), null, n + ".jpg", jpeg));

        assertThat(all).extracting(Attachment::id).doesNotHaveDuplicates();
        for (Attachment one : all) {
            assertThat(readOnceScanned(one).kind()).isEqualTo(FileKind.JPEG);
        }
    }

    @Test
    void twentyAtMostAreLooseHoweverManyAreBegunAtOnce() {
        List<Beginning> begun =
                together(30, n -> attachments.begin(practice, FileOwner.conversation(rosa, null), n + ".jpg", 100));

        assertThat(begun).filteredOn(Beginning.Begun.class::isInstance).hasSize(20);
        assertThat(begun).filteredOn(Beginning.TooMany.class::isInstance).hasSize(10);
        StaffId clinician = surgery.clinician().id();
        assertThat(attachments.begin(practice, FileOwner.conversation(rosa, clinician), "a.jpg", 100))
                .isInstanceOf(Beginning.Begun.class);
    }

    @Test
    void fileOfAnotherPatientUploaderOrPracticeIsNotFound() {
        Attachment hers = sent("a.pdf", Specimens.pdf("hers"));
        Attachment unfinished = begun("b.pdf", 100);
        StaffId clinician = surgery.clinician().id();
        PatientId other =
                cast.patient(practice, "Grace", "Lin", "2001-11-30", null, null).id();
        Surgery elsewhere = cast.surgery();

        assertThat(attachments.find(practice, hers.id(), FileOwner.conversation(other, null)))
                .isEmpty();
        assertThat(attachments.find(practice, hers.id(), FileOwner.conversation(rosa, clinician)))
                .isEmpty();
        assertThat(attachments.find(elsewhere.practice(), hers.id(), FileOwner.conversation(rosa, null)))
                .isEmpty();
        assertThat(attachments.find(practice, hers.id(), rosa))
                .as("attached to nothing")
                .isEmpty();
        assertThat(append(unfinished.id(), other, null, 0, new byte[1])).isEqualTo(new Receiving.NotFound());
        assertThat(append(unfinished.id(), rosa, clinician, 0, new byte[1])).isEqualTo(new Receiving.NotFound());
        assertThat(attachments.append(
                        elsewhere.practice(), unfinished.id(), FileOwner.conversation(rosa, null), 0, new byte[1]))
                .isEqualTo(new Receiving.NotFound());
        attachments.discard(practice, hers.id(), FileOwner.conversation(other, null));
        readOnceScanned(hers);
        assertThat(attachments.read(elsewhere.practice(), hers.id())).isEmpty();
    }

    @Test
    void filesAreAttachedAllOrNoneAndOnce() {
        Attachment one = sent("1.pdf", Specimens.pdf("1"));
        Attachment two = sent("2.pdf", Specimens.pdf("2"));
        Attachment unfinished = begun("3.pdf", 100);
        Attachment staffs = sent(rosa, surgery.clinician().id(), "4.pdf", Specimens.pdf("4"));
        UUID message = message();
        UUID another = message();

        assertThat(attach(message, two, unfinished)).isFalse();
        assertThat(attach(message, two, staffs)).isFalse();
        assertThat(attachments.ofMessage(practice, message)).isEmpty();
        assertThat(attach(message, two, one)).isTrue();
        assertThat(attach(message, two, one)).as("again").isTrue();
        assertThat(attach(another, one)).isFalse();

        assertThat(attachments.ofMessage(practice, message))
                .extracting(Attachment::name)
                .containsExactly("2.pdf", "1.pdf");
        assertThat(attachments.ofMessages(practice, List.of(message, another))).containsOnlyKeys(message);
        assertThat(attachments.find(practice, one.id(), rosa)).isPresent();
        attachments.discard(practice, one.id(), FileOwner.conversation(rosa, null));
        assertThat(attachments.ofMessage(practice, message))
                .as("attached for good")
                .hasSize(2);
    }

    @Test
    void fiveAtMostBelongToAMessage() {
        List<Attachment> six = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            six.add(sent(i + ".pdf", Specimens.pdf("" + i)));
        }
        UUID message = message();

        assertThat(attach(message, six.toArray(Attachment[]::new))).isFalse();
        assertThat(attach(message, six.subList(0, 5).toArray(Attachment[]::new)))
                .isTrue();
        assertThat(attach(message, six.get(5))).isFalse();
    }

    @Test
    void ofTwoMessagesAtOnceOneGetsTheFile() {
        Attachment one = sent("1.pdf", Specimens.pdf("1"));
        List<UUID> both = List.of(message(), message());

        assertThat(together(2, n -> attach(both.get(n), one))).containsOnlyOnce(true);
    }

    @Test
    void discardedFileIsGone() {
        Attachment whole = sent("a.png", Specimens.png(40, 40));
        Attachment half = begun("b.png", 100);
        append(half.id(), 0, new byte[50]);

        for (Attachment one : List.of(whole, half)) {
            attachments.discard(practice, one.id(), FileOwner.conversation(rosa, null));
            assertThat(bytesLeft(one.id())).isZero();
            assertThat(attachments.find(practice, one.id(), FileOwner.conversation(rosa, null)))
                    .isEmpty();
        }
    }

    @Test
    void looseFileIsRemovedAfterADayAndAnAttachedOneIsNot() {
        Attachment half = begun("a.png", 100);
        append(half.id(), 0, new byte[50]);
        Attachment whole = sent("b.png", Specimens.png(40, 40));
        Attachment attached = sent("c.png", Specimens.png(40, 40));
        assertThat(attach(message(), attached)).isTrue();
        readOnceScanned(whole);
        superuser
                .sql("update attachment set begun_at = begun_at - interval '24 hours' where practice_id = :practice")
                .param("practice", practice.value())
                .update();

        for (Attachment one : List.of(half, whole, attached)) {
            hurry("attachment-loose", one.id());
        }

        for (Attachment one : List.of(half, whole)) {
            eventually(
                    "removed",
                    () -> attachments
                            .find(practice, one.id(), FileOwner.conversation(rosa, null))
                            .isEmpty());
            assertThat(bytesLeft(one.id())).isZero();
        }
        assertThat(readOnceScanned(attached).bytes()).isNotEmpty();
    }

    private boolean attach(UUID message, Attachment... files) {
        return attachments.attach(
                practice,
                FileOwner.conversation(rosa, null),
                message,
                Stream.of(files).map(Attachment::id).toList());
    }

    private static BufferedImage picture(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}
