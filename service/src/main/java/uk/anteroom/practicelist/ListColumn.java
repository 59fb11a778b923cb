package uk.anteroom.practicelist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.ListedPatient.Told;

/** A column that a file of patients may have. Headings are compared without case, spaces and signs. */
public enum ListColumn {
    NHS_NUMBER(null, "NHS number", "NHS no"),
    GIVEN_NAME(null, "Given name", "Given names", "First name", "First names", "Forename", "Forenames"),
    FAMILY_NAME(null, "Family name", "Surname", "Last name"),
    DATE_OF_BIRTH(Told.BORN, "Date of birth", "DOB", "Birth date"),
    EMAIL(Told.EMAIL, "Email", "Email address", "E-mail address"),
    MOBILE(Told.MOBILE, "Mobile", "Mobile number", "Mobile phone", "Mobile telephone"),
    DECEASED(Told.DECEASED, "Deceased"),
    RESTRICTED(Told.RESTRICTED, "Restricted", "Sensitive"),
    NO_EMAIL(Told.NO_EMAIL, "No email", "Email opt out"),
    NO_SMS(Told.NO_SMS, "No SMS", "SMS opt out");

    private final @Nullable Told told;
    private final List<String> headings;

    ListColumn(@Nullable Told told, String... headings) {
        this.told = told;
        this.headings = List.of(headings);
    }

    /** As the page documents it. */
    public String heading() {
        return headings.getFirst();
    }

    /** Without it the file cannot be read. */
    public boolean needed() {
        return told == null;
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
