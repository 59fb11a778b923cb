package uk.anteroom.alert;

import java.util.Arrays;
import java.util.Optional;

/** What staff can be told of. */
public enum AlertKind {
    /** A request came in that may be an emergency. */
    EMERGENCY("emergency", Audience.ON_DUTY),
    /** An urgent request came in. */
    URGENT("urgent", Audience.NOBODY),
    /** A patient replied to a message. */
    REPLY("reply", Audience.NOBODY);

    private final String word;
    private final Audience first;

    AlertKind(String word, Audience first) {
        this.word = word;
        this.first = first;
    }

    /** As it stands in addresses. */
    public String word() {
        return word;
    }

    /** Who is told unless a practice says otherwise. */
    Audience first() {
        return first;
    }

    public static Optional<AlertKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
