package uk.anteroom.account;

import java.time.LocalDate;
import java.util.List;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.NhsNumber;

/**
 * What somebody says of themselves who wants an account. Hides itself when printed.
 *
 * @param by where they would like the code; if the list has no such contact it goes to the other one
 */
public record RegistrationDetails(
        String givenName, String familyName, DateOfBirth born, NhsNumber nhsNumber, Channel by) {

    /** Reads the form {@link #written} writes. */
    static RegistrationDetails read(String text) {
        List<String> lines = text.lines().toList();
        return new RegistrationDetails(
                lines.get(1),
                lines.get(2),
                new DateOfBirth(LocalDate.parse(lines.get(3))),
                new NhsNumber(lines.get(4)),
                Channel.valueOf(lines.get(5)));
    }

    String written() {
        return String.join(
                "\n",
                "said",
                oneLine(givenName),
                oneLine(familyName),
                born.value().toString(),
                nhsNumber.value(),
                by.name());
    }

    private static String oneLine(String name) {
        return name.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
    }

    @Override
    public String toString() {
        return "RegistrationDetails(hidden)";
    }
}
