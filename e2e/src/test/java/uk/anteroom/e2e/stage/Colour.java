package uk.anteroom.e2e.stage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a fake camera sees: one colour, and a white bar that wanders across it. */
public enum Colour {
    RED(81, 90, 240),
    BLUE(41, 240, 110);

    private static final int FRAMES = 20;
    private static final int FRAMES_A_SECOND = 10;
    private static final byte WHITE = (byte) 235;

    private final byte luma;
    private final byte chromaBlue;
    private final byte chromaRed;

    Colour(int luma, int chromaBlue, int chromaRed) {
        this.luma = (byte) luma;
        this.chromaBlue = (byte) chromaBlue;
        this.chromaRed = (byte) chromaRed;
    }

    /** Writes it as a YUV4MPEG2 file. */
    Path write(Path folder, int width, int height) {
        Path file = folder.resolve(name().toLowerCase(Locale.ROOT) + ".y4m");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(ascii("YUV4MPEG2 W" + width + " H" + height + " F" + FRAMES_A_SECOND + ":1 Ip A1:1 C420jpeg\n"));
            for (int frame = 0; frame < FRAMES; frame++) {
                out.write(ascii("FRAME\n"));
                writeFrame(out, width, height, frame * (width - width / 10) / FRAMES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private void writeFrame(OutputStream out, int width, int height, int barAt) throws IOException {
        int bar = width / 10;
        out.write(plane(width, height, luma, WHITE, barAt, bar));
        out.write(plane(width / 2, height / 2, chromaBlue, (byte) 128, barAt / 2, bar / 2));
        out.write(plane(width / 2, height / 2, chromaRed, (byte) 128, barAt / 2, bar / 2));
    }

    private static byte[] plane(int width, int height, byte ground, byte barred, int barAt, int bar) {
        byte[] line = new byte[width];
        Arrays.fill(line, ground);
        Arrays.fill(line, barAt, barAt + bar, barred);
        byte[] plane = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(line, 0, plane, y * width, width);
        }
        return plane;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
