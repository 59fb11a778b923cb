package uk.anteroom.e2e.people;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** What people attach to messages. */
public final class Documents {

    private Documents() {}

    /** A page without anything on it. */
    public static byte[] pdf() {
        return pdf(0);
    }

    /** The same with so many bytes that cannot be made smaller. */
    public static byte[] pdf(int bytes) {
        Random noise = new Random(1);
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < bytes / 2; i++) {
            hex.append("%02x".formatted(noise.nextInt(256)));
        }
        String[] objects = {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            "<</Length %d>>\nstream\n%%%s\nendstream".formatted(hex.length() + 1, hex)
        };
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder places = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            places.append("%010d 00000 n \n".formatted(file.length()));
            file.append("%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects[i]));
        }
        int table = file.length();
        file.append(places).append("trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n".formatted(table));
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A photo as an iPhone takes it, made by Debian's libheif-examples. */
    public static byte[] heic(Path folder) {
        BufferedImage skin = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = skin.createGraphics();
        brush.setColor(new Color(226, 172, 140));
        brush.fillRect(0, 0, 640, 480);
        brush.setColor(new Color(190, 70, 60));
        brush.fillOval(240, 160, 160, 140);
        brush.dispose();
        try {
            Path png = folder.resolve("photo.png");
            Path heic = folder.resolve("photo.heic");
            ImageIO.write(skin, "png", png.toFile());
            int ended = new ProcessBuilder("heif-enc", "-o", heic.toString(), png.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (ended != 0) {
                throw new IllegalStateException("heif-enc ended with " + ended);
            }
            return Files.readAllBytes(heic);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
