package uk.anteroom.lettering;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands in a template where something else will stand in the letter. */
public enum LetterPlaceholder {
    SURGERY("surgery"),
    CLINICIAN("clinician"),
    LINK("link"),
    CODE("code"),
    TELEPHONE("telephone");

    private final String word;

    LetterPlaceholder(String word) {
        this.word = word;
    }

    /** As it is typed: {link}. */
    public String typed() {
        return "{" + word + "}";
    }

    /** Whether it lets in whoever has it: it has no place in a subject, which a locked telephone shows. */
    boolean secret() {
        return this == LINK || this == CODE;
    }

    static Optional<LetterPlaceholder> of(String typed) {
        return Arrays.stream(values()).filter(one -> one.typed().equals(typed)).findFirst();
    }

    /** Those of a kind of letter, for a sentence. */
    static String known(LetterKind kind) {
        return kind.placeholders().stream().map(LetterPlaceholder::typed).collect(Collectors.joining(", "));
    }
}
