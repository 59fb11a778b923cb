package uk.anteroom.carer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.patient.Claim;

/** For whom somebody wants to act, in their words. Hides itself when printed. */
public record CareRequest(Claim whom, String relationship) {

    /** The last line: it is not there where it is empty. */
    private static final int POSTCODE = 5;

    /** Reads the form {@link #written} writes. */
    static CareRequest read(String text) {
        List<String> lines = text.lines().toList();
        String number = lines.get(3);
        return new CareRequest(
                new Claim(
                        lines.get(0),
                        lines.get(1),
                        new DateOfBirth(LocalDate.parse(lines.get(2))),
                        number.isEmpty() ? null : new NhsNumber(number),
                        lines.size() > POSTCODE ? new Postcode(lines.get(POSTCODE)) : null),
                lines.get(4));
    }

    String written() {
        return String.join(
                "\n",
                oneLine(whom.givenName()),
                oneLine(whom.familyName()),
                whom.born().value().toString(),
                Optional.ofNullable(whom.nhsNumber()).map(NhsNumber::value).orElse(""),
                oneLine(relationship),
                Optional.ofNullable(whom.postcode()).map(Postcode::value).orElse(""));
    }

    String name() {
        return whom.givenName() + " " + whom.familyName();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
    }

    @Override
    public String toString() {
        return "CareRequest(hidden)";
    }
}
