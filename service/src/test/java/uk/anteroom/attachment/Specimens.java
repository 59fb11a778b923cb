package uk.anteroom.attachment;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDPageAdditionalActions;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Files as people send them, and as those send them who mean no good. */
public final class Specimens {

    /** What must not come out of a file that went in with it. */
    static final String SECRET = "51.5074N-0.1278W";

    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private Specimens() {}

    public static byte[] jpeg(int width, int height) {
        return encoded(gradient(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static byte[] png(int width, int height) {
        return encoded(gradient(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** Which no encoding makes smaller. */
    static byte[] noise(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        return encoded(picture, "png");
    }

    /** Red on the left and blue on the right in its pixels; the camera was held so that this is red above blue. Tells where it was. */
    static byte[] jpegFromATelephoneHeldUpright() {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, 32, 48);
        brush.setColor(Color.BLUE);
        brush.fillRect(32, 0, 32, 48);
        brush.dispose();
        byte[] plain = encoded(picture, "jpeg");
        byte[] exif = exif(6);
        return ByteBuffer.allocate(plain.length + 4 + exif.length)
                .put(plain, 0, 2)
                .put((byte) 0xFF)
                .put((byte) 0xE1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    static byte[] exif(int orientation) {
        byte[] secret = bytes(SECRET);
        return ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + secret.length)
                .put(bytes("Exif\0\0"))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes("II*\0"))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(secret)
                .array();
    }

    static byte[] jpegWithAPdfBehind() {
        return joined(jpeg(64, 48), pdf("behind"));
    }

    static byte[] pdfWithAZipBehind() {
        return joined(pdf("before"), bytes("PK\3\4" + SECRET));
    }

    static byte[] jpegThatWasCutOff() {
        byte[] whole = jpeg(400, 300);
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** Only its head says 50,000 by 50,000; that the checksum no longer fits nobody looks at before the size. */
    static byte[] pngThatFloods() {
        byte[] small = png(8, 8);
        ByteBuffer.wrap(small).putInt(16, 50_000).putInt(20, 50_000);
        return small;
    }

    /** A second beginning of the pixels, and another, so that they are gone over again and again. */
    static byte[] jpegOfThousandsOfScans() {
        byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0};
        byte[] all = jpeg(64, 48);
        ByteBuffer many = ByteBuffer.allocate(all.length + 2000 * scan.length).put(all);
        for (int i = 0; i < 2000; i++) {
            many.put(scan);
        }
        return many.array();
    }

    /** One page, whose words stand in it as they are. */
    public static byte[] pdf(String words) {
        try (PDDocument document = onePage(words)) {
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] pdfWithPassword(String password) {
        try (PDDocument document = onePage("secret")) {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A few hundred kilobytes that would be 300 MB. */
    static byte[] pdfThatFloods() {
        try (PDDocument document = onePage("page")) {
            PDStream packed = new PDStream(document);
            try (OutputStream out = packed.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] zeros = new byte[1024 * 1024];
                for (int i = 0; i < 300; i++) {
                    out.write(zeros);
                }
            }
            document.getDocumentCatalog().getCOSObject().setItem("Flood", packed);
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With everything that a PDF may do or carry, in the places where it usually stands and in some others. */
    static byte[] pdfThatActs() {
        try (PDDocument document = onePage("page")) {
            PDPage page = document.getPage(0);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('" + SECRET + "')"));
            PDPageAdditionalActions actions = new PDPageAdditionalActions();
            actions.setO(new PDActionJavaScript("app.alert('" + SECRET + "')"));
            page.setActions(actions);
            PDAnnotationLink link = new PDAnnotationLink();
            PDActionLaunch launch = new PDActionLaunch();
            launch.getCOSObject().setItem(COSName.F, new COSString("C:\\" + SECRET + ".exe"));
            link.setAction(launch);
            page.setAnnotations(List.of(link));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("f", fileWithin(document)));
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            COSDictionary script = new COSDictionary();
            COSArray leaf = new COSArray();
            leaf.add(new COSString("s"));
            leaf.add(new PDActionJavaScript(SECRET).getCOSObject());
            script.setItem(COSName.NAMES, leaf);
            names.getCOSObject().setItem(COSName.getPDFName("JavaScript"), script);
            COSDictionary form = new COSDictionary();
            form.setItem(COSName.getPDFName("XFA"), new PDStream(document, in(SECRET)).getCOSObject());
            form.setItem(COSName.FIELDS, new COSArray());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
            document.getDocumentCatalog().setMetadata(new PDMetadata(document, in(SECRET)));
            document.getDocumentInformation().setAuthor(SECRET);
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDComplexFileSpecification fileWithin(PDDocument document) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("setup.exe");
        file.setEmbeddedFile(new PDEmbeddedFile(document, in(SECRET)));
        return file;
    }

    /** As an iPhone takes it: turned by libheif's own encoder. */
    static byte[] heic(int width, int height) {
        try {
            Path folder = Files.createTempDirectory("anteroom-test-heic");
            Path picture = Files.write(folder.resolve("photo.png"), png(width, height));
            Path heic = folder.resolve("photo.heic");
            Process encoder = new ProcessBuilder("heif-enc", "-q", "60", "-o", heic.toString(), picture.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            if (!encoder.waitFor(60, TimeUnit.SECONDS) || encoder.exitValue() != 0) {
                throw new IllegalStateException(Files.readString(folder.resolve("log")));
            }
            byte[] made = Files.readAllBytes(heic);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("heif-enc is not installed: apt-get install libheif-examples", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] eicar() {
        return bytes(EICAR);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    private static PDDocument onePage(String words) throws IOException {
        PDDocument document = new PDDocument();
        PDPage page = new PDPage();
        PDStream contents = new PDStream(document);
        try (OutputStream out = contents.createOutputStream()) {
            out.write(bytes("BT (" + words + ") Tj ET"));
        }
        page.setContents(contents);
        document.addPage(page);
        return document;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static BufferedImage gradient(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D brush = picture.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.DARK_GRAY));
        brush.fillRect(0, 0, width, height);
        brush.setColor(Color.WHITE);
        for (int i = 0; i < width; i += 7) {
            brush.drawLine(i, 0, width - i, height);
        }
        brush.dispose();
        return picture;
    }

    private static byte[] encoded(BufferedImage picture, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
