package uk.anteroom.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Pictures as devices, and people who mean no good, send them. */
public final class Pictures {

    /** What a camera writes into its files: where it stood. */
    public static final String PLACE = "GPS 51.5074N 0.1278W";

    private Pictures() {}

    public static byte[] jpeg(int width, int height) {
        return encoded(width, height, "jpeg");
    }

    public static byte[] png(int width, int height) {
        return encoded(width, height, "png");
    }

    /** With an APP1 segment, as EXIF has it, that tells where the picture was taken; and a secret behind its end. */
    public static byte[] jpegThatTells() {
        byte[] plain = jpeg(64, 48);
        byte[] told = ("Exif\0\0" + PLACE).getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(plain.length + 4 + told.length + PLACE.length())
                .put(plain, 0, 2)
                .put((byte) 0xFF)
                .put((byte) 0xE1)
                .putShort((short) (told.length + 2))
                .put(told)
                .put(plain, 2, plain.length - 2)
                .put(PLACE.getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    /** A PNG that says that it is larger than any memory: only its head. */
    public static byte[] pngThatFloods() {
        byte[] small = png(8, 8);
        // width and height stand 16 bytes from the beginning; their checksum no longer fits, which nobody looks at
        // before the size
        ByteBuffer.wrap(small).putInt(16, 60_000).putInt(20, 60_000);
        return small;
    }

    private static byte[] encoded(int width, int height, String format) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(new Color(200, 120, 90));
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
