package uk.anteroom.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeicProgramTest {

    @TempDir
    Path folder;

    @Test
    void withoutAProgramThePhotoIsRefused() {
        assertRefused(new HeicProgram(folder.toString()), Refusal.NO_HEIC);
    }

    @Test
    void programThatFailsRefusesThePhotoAndLeavesNothingOnTheDisk() throws Exception {
        Set<Path> before = leftBehind();
        Files.createFile(
                folder.resolve("heif-dec"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(folder.resolve("heif-dec"), "#!/bin/sh\nexit 1\n");

        assertRefused(new HeicProgram(folder.toString()), Refusal.UNREADABLE);
        new HeicProgram().jpeg(Specimens.heic(64, 48));

        assertThat(leftBehind()).isEqualTo(before);
    }

    private static void assertRefused(HeicProgram program, Refusal why) {
        byte[] heic = Specimens.heic(64, 48);
        assertThatThrownBy(() -> program.jpeg(heic))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private static Set<Path> leftBehind() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("anteroom-heic"))
                    .collect(Collectors.toSet());
        }
    }
}
