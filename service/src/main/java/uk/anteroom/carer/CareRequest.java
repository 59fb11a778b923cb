package uk.anteroom.carer;

import java.time.LocalDate;
import java.util.List;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.NhsNumber;

/** For whom somebody wants to act, in their words. Hides itself when printed. */
public record CareRequest(
        String givenName, String familyName, DateOfBirth born, NhsNumber nhsNumber, String relationship) {

    /** Reads the form {@link #written} writes. */
    static CareRequest read(String text) {
        List<String> lines = text.lines().toList();
        return new CareRequest(
                lines.get(0),
                lines.get(1),
                new DateOfBirth(LocalDate.parse(lines.get(2))),
                new NhsNumber(lines.get(3)),
                lines.get(4));
    }

    String written() {
        return String.join(
                "\n",
                oneLine(givenName),
                oneLine(familyName),
                born.value().toString(),
                nhsNumber.value(),
                oneLine(relationship));
    }

    String name() {
        return givenName + " " + familyName;
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
    }

    @Override
    public String toString() {
        return "CareRequest(hidden)";
    }
}
