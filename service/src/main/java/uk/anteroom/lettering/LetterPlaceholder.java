package uk.anteroom.lettering;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands in a template where something else will stand in the letter. */
public enum LetterPlaceholder {
    SURGERY("surgery"),
    CLINICIAN("clinician"),
    LINK("link"),
    TELEPHONE("telephone");

    private final String word;

    LetterPlaceholder(String word) {
        this.word = word;
    }

    /** As it is typed: {link}. */
    public String typed() {
        return "{" + word + "}";
    }

    static Optional<LetterPlaceholder> of(String typed) {
        return Arrays.stream(values()).filter(one -> one.typed().equals(typed)).findFirst();
    }

    /** Those that a letter of this kind has. */
    public static List<LetterPlaceholder> of(LetterKind kind) {
        return Arrays.stream(values())
                .filter(one -> one != CLINICIAN || kind.namesClinician())
                .toList();
    }

    /** The same for a sentence. */
    static String known(LetterKind kind) {
        return of(kind).stream().map(LetterPlaceholder::typed).collect(Collectors.joining(", "));
    }
}
