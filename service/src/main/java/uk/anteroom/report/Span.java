package uk.anteroom.report;

import java.util.Arrays;
import java.util.Optional;

/** How far back a report looks: whole weeks from Monday, the last of them the one that runs. */
public enum Span {
    FOUR_WEEKS(4),
    TWELVE_WEEKS(12),
    HALF_A_YEAR(26);

    private final int weeks;

    Span(int weeks) {
        this.weeks = weeks;
    }

    public int weeks() {
        return weeks;
    }

    public static Optional<Span> of(int weeks) {
        return Arrays.stream(values()).filter(span -> span.weeks == weeks).findFirst();
    }
}
