package uk.anteroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.Decoder;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final URI ADDRESS = URI.create("https://192.168.100.200:8443/demo/phone");
    private static final int QUIET = 4;

    @Test
    void drawingLeadsToTheAddress() throws Exception {
        String svg = QrCode.of(ADDRESS).svg();
        var size = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(size.find()).isTrue();
        int width = Integer.parseInt(size.group(1)) - 2 * QUIET;
        boolean[][] dark = new boolean[width][width];
        Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z")
                .matcher(svg)
                .results()
                .forEach(run -> Arrays.fill(
                        dark[Integer.parseInt(run.group(2)) - QUIET],
                        Integer.parseInt(run.group(1)) - QUIET,
                        Integer.parseInt(run.group(1)) - QUIET + Integer.parseInt(run.group(3)),
                        true));
        assertThat(new Decoder().decode(dark).getText()).isEqualTo(ADDRESS.toString());
    }

    @Test
    void terminalShowsTheSame() throws Exception {
        List<String> lines =
                QrCode.of(ADDRESS).text().lines().map(line -> line.substring(4)).toList();
        int width = lines.getFirst().length() - 2 * QUIET;
        boolean[][] dark = new boolean[width][width];
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < width; x++) {
                char two = lines.get((y + QUIET) / 2).charAt(x + QUIET);
                dark[y][x] = two == ' ' || two == ((y + QUIET) % 2 == 0 ? '▄' : '▀');
            }
        }
        assertThat(new Decoder().decode(dark).getText()).isEqualTo(ADDRESS.toString());
    }
}
