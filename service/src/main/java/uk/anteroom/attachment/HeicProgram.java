package uk.anteroom.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes a JPEG of what iPhones take, with libheif's program in a process of its own: a codec that a picture can break breaks nothing of ours. The picture
 * lies in a folder that only we can read while that runs, and no longer.
 */
@Component
class HeicProgram {

    /** Its name since libheif 1.18, and before. */
    private static final List<String> NAMES = List.of("heif-dec", "heif-convert");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long MOST_PIXELS = 40_000_000;

    /** 2 GB of memory, half a minute of a processor, 64 MB of file: more than 40 megapixels need. */
    private static final String BOUNDED = "ulimit -v 2097152; ulimit -t 30; ulimit -f 131072; exec \"$0\" \"$@\"";

    private static final int SIZE_BOX = 20;

    private final String path;

    @Autowired
    HeicProgram() {
        this(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /**
     * The one in those folders.
     *
     * @param path as the variable PATH has them
     */
    HeicProgram(String path) {
        this.path = path;
    }

    byte[] jpeg(byte[] heic) throws Refused {
        mustHaveBearableSize(heic);
        Path program = find().orElseThrow(() -> new Refused(Refusal.NO_HEIC));
        try {
            Path folder = Files.createTempDirectory(
                    "anteroom-heic",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try {
                return run(program, folder, heic);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] run(Path program, Path folder, byte[] heic) throws IOException, Refused {
        Path from = Files.write(folder.resolve("photo.heic"), heic);
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        BOUNDED,
                        program.toString(),
                        "-q",
                        "92",
                        from.toString(),
                        folder.resolve("photo.jpg").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new Refused(Refusal.UNREADABLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
        // of several pictures in one file the first, which is numbered
        Path made = Stream.of("photo.jpg", "photo-1.jpg")
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.UNREADABLE));
        return Files.readAllBytes(made);
    }

    /** The largest size that the file announces of any of its pictures (ISO/IEC 23008-12, ispe), read before anything is unpacked. */
    private static void mustHaveBearableSize(byte[] heic) throws Refused {
        byte[] sign = "ispe".getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer file = ByteBuffer.wrap(heic);
        long most = 0;
        for (int at = 0; at + SIZE_BOX <= heic.length; at++) {
            if (file.getInt(at) == SIZE_BOX && Arrays.equals(heic, at + 4, at + 8, sign, 0, sign.length)) {
                long width = Integer.toUnsignedLong(file.getInt(at + 12));
                long height = Integer.toUnsignedLong(file.getInt(at + 16));
                most = Math.max(most, width > MOST_PIXELS ? width : width * height);
            }
        }
        if (most == 0) {
            throw new Refused(Refusal.UNREADABLE);
        }
        if (most > MOST_PIXELS) {
            throw new Refused(Refusal.TOO_MANY_PIXELS);
        }
    }

    private Optional<Path> find() {
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(path.split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
