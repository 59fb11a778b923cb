package uk.anteroom.e2e.stage;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A drawn person who sits still. For pictures, where a colour would not do. */
public enum Drawing implements Sight {
    AMARA,
    ROSA;

    @Override
    public Stream<byte[][]> frames(Camera camera) {
        byte[][] frame = planes(picture(camera));
        return Stream.generate(() -> frame).limit(2L * camera.framesASecond());
    }

    private BufferedImage picture(Camera camera) {
        try (InputStream file =
                        Drawing.class.getResourceAsStream("/drawings/" + name().toLowerCase(Locale.ROOT) + ".svg");
                Playwright playwright = Chromium.driver();
                Browser browser = Chromium.launch(playwright)) {
            String svg = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(camera.width(), camera.height()));
            page.setContent(
                    "<style>body { margin: 0 } svg { width: 100vw; height: 100vh; display: block }</style>" + svg);
            return ImageIO.read(new ByteArrayInputStream(page.screenshot()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[][] planes(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] brightness = new byte[width * height];
        byte[] blue = new byte[width / 2 * (height / 2)];
        byte[] red = new byte[width / 2 * (height / 2)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = picture.getRGB(x, y);
                int r = colour >> 16 & 0xff;
                int g = colour >> 8 & 0xff;
                int b = colour & 0xff;
                // ITU-R BT.601
                brightness[y * width + x] = (byte) (16 + (65.5 * r + 128.6 * g + 25 * b) / 255);
                if (x % 2 == 0 && y % 2 == 0) {
                    int at = y / 2 * (width / 2) + x / 2;
                    blue[at] = (byte) (128 + (-37.8 * r - 74.2 * g + 112 * b) / 255);
                    red[at] = (byte) (128 + (112 * r - 93.8 * g - 18.2 * b) / 255);
                }
            }
        }
        return new byte[][] {brightness, blue, red};
    }
}
