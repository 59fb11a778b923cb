package uk.anteroom.e2e.stage;

import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something with a counter above it, so that whoever sees it can tell that it moves and how long it did not: a row of sixteen blocks, black or
 * white, the lowest bit on the left, and below it the same row the other way round, by which a spoilt picture gives itself away.
 */
public record Counted(Sight ground) implements Sight {

    /** Of the picture's height, both rows together: 40 of 180. */
    private static final int ROWS_OF_NINE = 2;

    private static final int BLOCKS = 16;
    private static final byte BLACK = 16;
    private static final byte WHITE = (byte) 235;
    private static final byte GREY = (byte) 128;

    @Override
    public Stream<byte[][]> frames(Camera camera) {
        Iterator<byte[][]> below = ground.frames(camera).iterator();
        int height = camera.height() * ROWS_OF_NINE / 9;
        return IntStream.iterate(0, number -> below.hasNext(), number -> number + 1)
                .mapToObj(number -> {
                    byte[][] planes = below.next();
                    for (int y = 0; y < height; y++) {
                        for (int x = 0; x < camera.width(); x++) {
                            boolean set = (number >> x * BLOCKS / camera.width() & 1) == 1;
                            planes[0][y * camera.width() + x] = set == y < height / 2 ? WHITE : BLACK;
                            int colour = y / 2 * (camera.width() / 2) + x / 2;
                            planes[1][colour] = GREY;
                            planes[2][colour] = GREY;
                        }
                    }
                    return planes;
                });
    }
}
