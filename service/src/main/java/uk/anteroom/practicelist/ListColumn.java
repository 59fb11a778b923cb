package uk.anteroom.practicelist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.ListedPatient.Told;

/** A column that a file of patients may have. Headings are compared without case, spaces and signs. */
public enum ListColumn {
    NHS_NUMBER(true, null, "NHS number", "NHS no"),
    GIVEN_NAME(true, null, "Given name", "Given names", "First name", "First names", "Forename", "Forenames"),
    FAMILY_NAME(true, null, "Family name", "Surname", "Last name"),
    DATE_OF_BIRTH(false, Told.BORN, "Date of birth", "DOB", "Birth date"),
    EMAIL(false, Told.EMAIL, "Email", "Email address", "E-mail address"),
    MOBILE(false, Told.MOBILE, "Mobile", "Mobile number", "Mobile phone", "Mobile telephone"),
    POSTCODE(false, Told.POSTCODE, "Postcode", "Post code"),
    DECEASED(false, Told.DECEASED, "Deceased"),
    RESTRICTED(false, Told.RESTRICTED, "Restricted", "Sensitive"),
    NO_EMAIL(false, Told.NO_EMAIL, "No email", "Email opt out"),
    NO_SMS(false, Told.NO_SMS, "No SMS", "SMS opt out"),
    LARGE_PRINT(false, null, "Large print"),
    SIGN_LANGUAGE(false, null, "British Sign Language", "BSL", "Sign language"),
    INTERPRETER(false, null, "Interpreter", "Interpreter needed", "Interpreter required"),
    LANGUAGE(false, null, "Language", "Main language", "Preferred language", "Spoken language");

    private final boolean needed;
    private final @Nullable Told told;
    private final List<String> headings;

    ListColumn(boolean needed, @Nullable Told told, String... headings) {
        this.needed = needed;
        this.told = told;
        this.headings = List.of(headings);
    }

    /** As the page documents it. */
    public String heading() {
        return headings.getFirst();
    }

    /** Without it the file cannot be read. */
    public boolean needed() {
        return needed;
    }

    @Nullable Told told() {
        return told;
    }

    static Optional<ListColumn> of(String heading) {
        String folded = fold(heading);
        return Arrays.stream(values())
                .filter(column -> fold(column.name()).equals(folded)
                        || column.headings.stream()
                                .anyMatch(known -> fold(known).equals(folded)))
                .findFirst();
    }

    private static String fold(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
