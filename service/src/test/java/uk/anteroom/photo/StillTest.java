package uk.anteroom.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StillTest {

    @Test
    void pictureKeepsItsPixelsAndNothingElse() throws Unreadable {
        byte[] sent = Pictures.jpegThatTells();
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(Pictures.PLACE);

        Still still = Still.of(sent);

        assertThat(still.width()).isEqualTo(64);
        assertThat(still.height()).isEqualTo(48);
        assertThat(new String(still.jpeg(), StandardCharsets.ISO_8859_1))
                .doesNotContain(Pictures.PLACE)
                .doesNotContain("Exif");
    }

    @Test
    void whatIsKeptIsJpegWhateverCame() throws Unreadable {
        assertThat(Still.of(Pictures.png(20, 10)).jpeg()).startsWith(0xFF, 0xD8, 0xFF);
    }

    @Test
    void fullResolutionOfAPhoneIsKept() throws Unreadable {
        Still still = Still.of(Pictures.jpeg(4032, 3024));
        assertThat(still.width() * still.height()).isEqualTo(4032 * 3024);
    }

    static Stream<byte[]> noPictures() {
        return Stream.of(
                new byte[0],
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
                "GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1),
                "%PDF-1.7".getBytes(StandardCharsets.UTF_8),
                // the beginning of a JPEG and no more
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0},
                Pictures.pngThatFloods(),
                Pictures.png(9000, 5000),
                new byte[Still.MOST_BYTES + 1]);
    }

    @ParameterizedTest
    @MethodSource("noPictures")
    void whatIsNoPictureOrTooLargeIsRefused(byte[] sent) {
        assertThatThrownBy(() -> Still.of(sent)).isInstanceOf(Unreadable.class);
    }
}
