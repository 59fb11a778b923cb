package uk.anteroom.messagetemplate;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands in a template where something else will stand in the message. */
public enum Placeholder {
    FIRST_NAME("first name"),
    /** Whoever writes the message. */
    CLINICIAN("clinician"),
    SURGERY("surgery"),
    TELEPHONE("telephone");

    private final String word;

    Placeholder(String word) {
        this.word = word;
    }

    /** As it is typed: {first name}. */
    public String typed() {
        return "{" + word + "}";
    }

    static Optional<Placeholder> of(String typed) {
        return Arrays.stream(values()).filter(one -> one.typed().equals(typed)).findFirst();
    }

    /** All of them, for a sentence. */
    static String known() {
        return Arrays.stream(values()).map(Placeholder::typed).collect(Collectors.joining(", "));
    }
}
