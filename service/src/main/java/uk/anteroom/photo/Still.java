package uk.anteroom.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture made anew from nothing but its pixels. Whatever else a file carried (where it was taken, by which device, a thumbnail of what was cut away, another file
 * behind the picture) is not copied, because nothing is copied.
 *
 * @param jpeg the picture
 */
record Still(byte[] jpeg, int width, int height) {

    static final int MOST_BYTES = 10 * 1024 * 1024;

    /** A picture of few bytes can unpack to many gigabytes. */
    private static final long MOST_PIXELS = 40_000_000;

    private static final Set<String> FORMATS = Set.of("jpeg", "png");

    /** Good enough for a rash, and a third of the bytes of the best. */
    private static final float QUALITY = 0.92f;

    /** Reads by content, whatever the sender calls it. Throws {@link Unreadable}. */
    static Still of(byte[] sent) throws Unreadable {
        if (sent.length > MOST_BYTES) {
            throw new Unreadable("More than 10 MB");
        }
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new Unreadable("No picture");
            }
            ImageReader reader = readers.next();
            try {
                if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    throw new Unreadable("Neither JPEG nor PNG");
                }
                reader.setInput(input, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new Unreadable("More than 40 megapixels");
                }
                return write(opaque(reader.read(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // readers throw all kinds of things at what is no picture
            throw new Unreadable("Broken");
        }
    }

    private static BufferedImage opaque(BufferedImage read) {
        BufferedImage plain = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = plain.createGraphics();
        brush.drawImage(read, 0, 0, Color.WHITE, null);
        brush.dispose();
        return plain;
    }

    private static Still write(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return new Still(bytes.toByteArray(), picture.getWidth(), picture.getHeight());
    }
}
