package uk.anteroom.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Nothing but the pixels of a picture, upright. What stood beside or behind them in the file is not copied, because nothing is copied. */
record Picture(BufferedImage pixels) {

    private static final long MOST_PIXELS = 40_000_000;

    /** A progressive picture has a dozen scans; each of thousands of empty ones would go over all pixels again. */
    private static final int MOST_SCANS = 100;

    private static final int THUMBNAIL = 320;

    /** Good enough for a rash, and a third of the bytes of the best. */
    private static final float QUALITY = 0.92f;

    private static final float THUMBNAIL_QUALITY = 0.8f;

    /** Reads a JPEG or PNG. Looks at its size before anything is unpacked. */
    static Picture of(byte[] file, Orientation orientation) throws Refused {
        if (Format.of(file).filter(Format.JPEG::equals).isPresent() && scans(file) > MOST_SCANS) {
            throw new Refused(Refusal.UNREADABLE);
        }
        // in memory: the usual stream would leave a copy on the disk
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new Refused(Refusal.UNREADABLE);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new Refused(Refusal.TOO_MANY_PIXELS);
                }
                return new Picture(turned(whole(reader), orientation));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // readers throw all kinds of things at what is no picture
            throw new Refused(Refusal.UNREADABLE);
        }
    }

    private static int scans(byte[] file) {
        int scans = 0;
        for (int i = 1; i < file.length; i++) {
            if (file[i] == (byte) 0xDA && file[i - 1] == (byte) 0xFF) {
                scans++;
            }
        }
        return scans;
    }

    /** A JPEG that was cut off is filled up with grey and a warning, and half a letter must not look like one that ends there. */
    private static BufferedImage whole(ImageReader reader) throws IOException, Refused {
        boolean[] cutOff = new boolean[1];
        reader.addIIOReadWarningListener((source, warning) ->
                cutOff[0] |= warning.toLowerCase(Locale.ROOT).contains("premature end"));
        BufferedImage read = reader.read(0);
        if (cutOff[0]) {
            throw new Refused(Refusal.UNREADABLE);
        }
        return read;
    }

    private static BufferedImage turned(BufferedImage read, Orientation orientation) {
        int type = read.getColorModel().hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR;
        if (orientation.upright() && read.getType() == type) {
            return read;
        }
        int width = orientation.lying() ? read.getHeight() : read.getWidth();
        int height = orientation.lying() ? read.getWidth() : read.getHeight();
        BufferedImage turned = new BufferedImage(width, height, type);
        Graphics2D brush = turned.createGraphics();
        brush.drawImage(read, orientation.turn(read.getWidth(), read.getHeight()), null);
        brush.dispose();
        return turned;
    }

    MadeAnew as(FileKind kind) throws Refused {
        try {
            return new MadeAnew(kind, kind == FileKind.PNG ? png() : jpeg(opaque(pixels), QUALITY), thumbnail());
        } catch (IOException e) {
            throw new Refused(Refusal.UNREADABLE);
        }
    }

    private byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(pixels, "png", output);
        }
        return bytes.toByteArray();
    }

    /** Halves it until it is small enough: taking one pixel of ten at once would leave a grid of dots. */
    private byte[] thumbnail() throws IOException {
        BufferedImage smaller = pixels;
        while (longest(smaller) > THUMBNAIL) {
            double factor = Math.max(0.5, (double) THUMBNAIL / longest(smaller));
            smaller = scaled(smaller, (int) Math.max(1, Math.round(smaller.getWidth() * factor)), (int)
                    Math.max(1, Math.round(smaller.getHeight() * factor)));
        }
        return jpeg(opaque(smaller), THUMBNAIL_QUALITY);
    }

    private static int longest(BufferedImage picture) {
        return Math.max(picture.getWidth(), picture.getHeight());
    }

    private static BufferedImage scaled(BufferedImage from, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, from.getType());
        Graphics2D brush = scaled.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(from, 0, 0, width, height, null);
        brush.dispose();
        return scaled;
    }

    private static BufferedImage opaque(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return picture;
        }
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D brush = opaque.createGraphics();
        brush.drawImage(picture, 0, 0, Color.WHITE, null);
        brush.dispose();
        return opaque;
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
