package uk.anteroom.e2e.people;

import com.google.zxing.qrcode.decoder.Decoder;
import com.microsoft.playwright.Locator;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Reads a square as the camera of a telephone would. */
final class Square {

    private static final int LIGHT_EDGE = 4;
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)");

    private Square() {}

    static String read(Locator svg) {
        int width = Integer.parseInt(svg.getAttribute("viewBox").split(" ")[2]) - 2 * LIGHT_EDGE;
        boolean[][] dark = new boolean[width][width];
        RUN.matcher(svg.locator("path").getAttribute("d")).results().forEach(run -> {
            int x = Integer.parseInt(run.group(1)) - LIGHT_EDGE;
            Arrays.fill(dark[Integer.parseInt(run.group(2)) - LIGHT_EDGE], x, x + Integer.parseInt(run.group(3)), true);
        });
        try {
            return new Decoder().decode(dark).getText();
        } catch (com.google.zxing.ReaderException e) {
            throw new AssertionError("No square that a camera could read", e);
        }
    }
}
