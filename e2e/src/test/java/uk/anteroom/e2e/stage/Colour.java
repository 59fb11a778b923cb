package uk.anteroom.e2e.stage;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One colour, and a white bar that wanders across it. */
public enum Colour implements Sight {
    RED(81, 90, 240),
    BLUE(41, 240, 110),
    GREEN(145, 54, 34);

    private static final int WHITE = 235;
    private static final int GREY = 128;

    private final int brightness;
    private final int blue;
    private final int red;

    Colour(int brightness, int blue, int red) {
        this.brightness = brightness;
        this.blue = blue;
        this.red = red;
    }

    @Override
    public Stream<byte[][]> frames(Camera camera) {
        int count = 2 * camera.framesASecond();
        int bar = camera.width() / 10;
        return IntStream.range(0, count).mapToObj(frame -> {
            int at = frame * (camera.width() - bar) / count;
            return new byte[][] {
                plane(camera.width(), camera.height(), brightness, WHITE, at, bar),
                plane(camera.width() / 2, camera.height() / 2, blue, GREY, at / 2, bar / 2),
                plane(camera.width() / 2, camera.height() / 2, red, GREY, at / 2, bar / 2)
            };
        });
    }

    private static byte[] plane(int width, int height, int ground, int barred, int at, int bar) {
        byte[] line = new byte[width];
        Arrays.fill(line, (byte) ground);
        Arrays.fill(line, at, at + bar, (byte) barred);
        byte[] plane = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(line, 0, plane, y * width, width);
        }
        return plane;
    }
}
