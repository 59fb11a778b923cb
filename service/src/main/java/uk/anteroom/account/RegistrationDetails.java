package uk.anteroom.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.patient.Claim;

/**
 * What somebody says of themselves who wants an account. Hides itself when printed.
 *
 * @param by where they would like the code; if the list has no such contact it goes to the other one
 */
public record RegistrationDetails(Claim who, Channel by) {

    /** The last line: it is not there where it is empty. */
    private static final int POSTCODE = 6;

    /** Reads the form {@link #written} writes. */
    static RegistrationDetails read(String text) {
        List<String> lines = text.lines().toList();
        String number = lines.get(4);
        return new RegistrationDetails(
                new Claim(
                        lines.get(1),
                        lines.get(2),
                        new DateOfBirth(LocalDate.parse(lines.get(3))),
                        number.isEmpty() ? null : new NhsNumber(number),
                        lines.size() > POSTCODE ? new Postcode(lines.get(POSTCODE)) : null),
                Channel.valueOf(lines.get(5)));
    }

    String written() {
        return String.join(
                "\n",
                "said",
                oneLine(who.givenName()),
                oneLine(who.familyName()),
                who.born().value().toString(),
                Optional.ofNullable(who.nhsNumber()).map(NhsNumber::value).orElse(""),
                by.name(),
                Optional.ofNullable(who.postcode()).map(Postcode::value).orElse(""));
    }

    private static String oneLine(String name) {
        return name.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
    }

    @Override
    public String toString() {
        return "RegistrationDetails(hidden)";
    }
}
