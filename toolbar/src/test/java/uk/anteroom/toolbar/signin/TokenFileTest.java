package uk.anteroom.toolbar.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {

    static final URI HERE = URI.create("https://video.example");

    @TempDir
    Path folder;

    @Test
    void tokenIsKeptAndForgotten() throws Exception {
        TokenFile file = new TokenFile(folder.resolve("deep/down"));
        assertThat(file.read(HERE)).isEmpty();
        file.write(HERE, "one");
        file.write(HERE, "two");
        assertThat(file.read(HERE)).contains("two");
        try (var files = Files.list(folder.resolve("deep/down"))) {
            assertThat(files).hasSize(1);
        }
        file.forget();
        file.forget();
        assertThat(file.read(HERE)).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void fileIsItsOwnersAloneWhateverFilesUsuallyAre() throws Exception {
        new TokenFile(folder).write(HERE, "secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("token"))))
                .isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void fileThatOthersCanReadIsNotUsed() throws Exception {
        for (String permissions : new String[] {"rw-r-----", "rw----r--", "rw--w----", "rwx--x--x"}) {
            TokenFile file = new TokenFile(folder);
            file.write(HERE, "secret");
            Files.setPosixFilePermissions(folder.resolve("token"), PosixFilePermissions.fromString(permissions));
            assertThatThrownBy(() -> file.read(HERE)).as(permissions).isInstanceOf(ReadableByOthers.class);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linkIsNotFollowed() throws Exception {
        new TokenFile(folder.resolve("real")).write(HERE, "secret");
        Files.createSymbolicLink(folder.resolve("token"), folder.resolve("real/token"));
        assertThatThrownBy(() -> new TokenFile(folder).read(HERE)).isInstanceOf(ReadableByOthers.class);
    }

    @Test
    void tokenIsToldToNoOtherAddress() throws Exception {
        TokenFile file = new TokenFile(folder);
        file.write(HERE, "secret");
        assertThat(file.read(URI.create("https://other.example"))).isEmpty();
    }

    @Test
    void whatCannotBeUnderstoodIsNothing() throws Exception {
        TokenFile file = new TokenFile(folder);
        file.write(HERE, "secret");
        Files.writeString(folder.resolve("token"), "{half");
        assertThat(file.read(HERE)).isEmpty();
    }
}
