package uk.anteroom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongSupplier;

/**
 * Whether two things take equally long, on a machine that does other work meanwhile: they are done in pairs, in turns, and neither may be the slower one nearly
 * always. What the machine does beside hits both alike; what one of them does more is seen in every pair.
 */
public final class Timing {

    private static final int PAIRS = 40;
    /** By chance alone one of a million runs has fewer, or more than the rest. */
    private static final int LEAST = 5;

    private Timing() {}

    /** Both say how long they took. */
    public static void takeEquallyLong(LongSupplier one, LongSupplier other) {
        int slower = 0;
        for (int i = 0; i < PAIRS; i++) {
            boolean first = i % 2 == 0;
            long before = first ? one.getAsLong() : other.getAsLong();
            long after = first ? other.getAsLong() : one.getAsLong();
            if (first == before > after) {
                slower++;
            }
        }
        assertThat(slower)
                .as("of %d pairs, those in which the first one took longer", PAIRS)
                .isBetween(LEAST, PAIRS - LEAST);
    }
}
