package uk.anteroom.lettering;

import java.util.Arrays;
import java.util.Optional;

/** Letters whose words a practice may choose. */
public enum LetterKind {
    /** To a video call. */
    INVITATION("invitation", true),
    /** Back to the waiting room. */
    RECALL("recall", true),
    /** To read a message. Whoever wrote it is not named where everybody may look. */
    MESSAGE("message", false);

    private final String word;
    private final boolean namesClinician;

    LetterKind(String word, boolean namesClinician) {
        this.word = word;
        this.namesClinician = namesClinician;
    }

    /** As it stands in addresses. */
    public String word() {
        return word;
    }

    public boolean namesClinician() {
        return namesClinician;
    }

    public static Optional<LetterKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
