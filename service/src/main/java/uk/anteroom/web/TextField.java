package uk.anteroom.web;

import org.jspecify.annotations.Nullable;

/**
 * One line of text in a form, as nhsuk-frontend's input prints it. The id is also the name.
 *
 * @param error shown above the field; null if there is none
 */
public record TextField(
        String id,
        String label,
        @Nullable String hint,
        @Nullable String error,
        String type,
        String value,
        @Nullable String inputmode,
        @Nullable String autocomplete,
        @Nullable String classes) {

    /** A field of that type: text, email, tel, password or search. */
    public static TextField of(String id, String label, String type) {
        return new TextField(id, label, null, null, type, "", null, null, null);
    }

    public TextField hint(String words) {
        return new TextField(id, label, words, error, type, value, inputmode, autocomplete, classes);
    }

    public TextField error(@Nullable String complaint) {
        return new TextField(id, label, hint, complaint, type, value, inputmode, autocomplete, classes);
    }

    public TextField value(String typed) {
        return new TextField(id, label, hint, error, type, typed, inputmode, autocomplete, classes);
    }

    public TextField inputmode(String keyboard) {
        return new TextField(id, label, hint, error, type, value, keyboard, autocomplete, classes);
    }

    public TextField autocomplete(String purpose) {
        return new TextField(id, label, hint, error, type, value, inputmode, purpose, classes);
    }

    public TextField classes(String more) {
        return new TextField(id, label, hint, error, type, value, inputmode, autocomplete, more);
    }

    /** The ids of hint and error, for {@code aria-describedby}. */
    public @Nullable String describedBy() {
        return FieldIds.describedBy(id, hint, error);
    }
}
