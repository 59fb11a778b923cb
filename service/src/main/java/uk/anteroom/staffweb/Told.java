package uk.anteroom.staffweb;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of a press on the page of a request that was not what was meant. */
enum Told {
    /** Somebody closed it first. */
    CLOSED,
    /** It is somebody else's by now. */
    TAKEN,
    /** Somebody said first who sent it. */
    MATCHED;

    static @Nullable Told read(@Nullable String written) {
        return Stream.of(values())
                .filter(told -> told.name().equals(written))
                .findFirst()
                .orElse(null);
    }
}
