package uk.anteroom.e2e.stage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/** What a fake camera looks at. */
public interface Sight {

    /** Two seconds of it, each frame as three planes: brightness, and at half the size blue and red. */
    Stream<byte[][]> frames(Camera camera);

    /** Writes it as a YUV4MPEG2 file. */
    default Path write(Path folder, String name, Camera camera) {
        Path file = folder.resolve(name + ".y4m");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(ascii("YUV4MPEG2 W%d H%d F%d:1 Ip A1:1 C420jpeg\n"
                    .formatted(camera.width(), camera.height(), camera.framesASecond())));
            for (Iterator<byte[][]> frames = frames(camera).iterator(); frames.hasNext(); ) {
                out.write(ascii("FRAME\n"));
                for (byte[] plane : frames.next()) {
                    out.write(plane);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
