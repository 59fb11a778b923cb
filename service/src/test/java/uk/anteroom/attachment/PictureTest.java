package uk.anteroom.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    /** Where EXIF says that the first and the last pixel of the first line belong. */
    @ParameterizedTest
    @CsvSource({
        "1, top left, top right",
        "2, top right, top left",
        "3, bottom right, bottom left",
        "4, bottom left, bottom right",
        "5, top left, bottom left",
        "6, top right, bottom right",
        "7, bottom right, top right",
        "8, bottom left, top left"
    })
    void pictureStandsAsTheCameraSays(int orientation, String red, String blue) throws Exception {
        BufferedImage stored = new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB);
        stored.setRGB(0, 0, Color.RED.getRGB());
        stored.setRGB(4, 0, Color.BLUE.getRGB());

        BufferedImage upright =
                Picture.of(png(stored), new Orientation(orientation)).pixels();

        assertThat(upright.getWidth()).isEqualTo(orientation < 5 ? 5 : 3);
        assertThat(corner(upright, red)).isEqualTo(Color.RED);
        assertThat(corner(upright, blue)).isEqualTo(Color.BLUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void orientationIsReadFromTheFile(int orientation) {
        byte[] exif = Specimens.exif(orientation);
        String head = "\u00ff\u00d8\u00ff\u00e0\0\4ab\u00ff\u00e1\0" + (char) (exif.length + 2);

        assertThat(Orientation.of(Specimens.bytes(head + Specimens.text(exif))))
                .isEqualTo(new Orientation(orientation));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ff\u00d8",
                "\u00ff\u00d8\u00ff\u00e1\0\2",
                "\u00ff\u00d8\u00ff\u00e1\u00ff\u00ffExif\0\0II*\0\u00ff\u00ff\u00ff\u00ff",
                "\u00ff\u00d8\u00ff\u00e1\0\20Exif\0\0II*\0\b\0\0\0\u00ff\u00ff",
                "\u00ff\u00d8\u00ff\u00da\0\2"
            })
    void whatIsWrittenWronglyIsUpright(String head) {
        assertThat(Orientation.of(Specimens.bytes(head))).isEqualTo(Orientation.UPRIGHT);
    }

    private static Color corner(BufferedImage picture, String which) {
        int x = which.endsWith("left") ? 0 : picture.getWidth() - 1;
        int y = which.startsWith("top") ? 0 : picture.getHeight() - 1;
        return new Color(picture.getRGB(x, y));
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
