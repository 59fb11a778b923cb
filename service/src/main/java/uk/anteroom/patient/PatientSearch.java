package uk.anteroom.patient;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.Folded;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Reading;

/** What somebody typed into the search box of the practice list, understood. */
sealed interface PatientSearch {

    /** Nothing was typed: the whole list. */
    record Everybody() implements PatientSearch {}

    record ByNhsNumber(NhsNumber number) implements PatientSearch {}

    record ByBirth(DateOfBirth born) implements PatientSearch {}

    /** Beginnings of names, folded; two at most, and none if only signs were typed, which nobody is called. */
    record ByName(List<String> beginnings) implements PatientSearch {}

    Pattern DATE = Pattern.compile("(\\d{1,2})(?:[/.-]| +)(\\d{1,2}|\\p{Alpha}{3,9})(?:[/.-]| +)(\\d{4})");
    Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

    /** Reads a name or two, a date of birth in any usual spelling, or an NHS number. */
    static PatientSearch read(String typed, LocalDate today) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new Everybody();
        }
        Optional<NhsNumber> number = NhsNumber.read(text);
        if (number.isPresent()) {
            return new ByNhsNumber(number.get());
        }
        Matcher iso = ISO_DATE.matcher(text);
        Matcher written = DATE.matcher(text);
        Reading<DateOfBirth> born = iso.matches()
                ? DateOfBirth.read(iso.group(3), iso.group(2), iso.group(1), today)
                : written.matches()
                        ? DateOfBirth.read(written.group(1), written.group(2), written.group(3), today)
                        : Reading.wrong("none");
        if (born instanceof Reading.Right<DateOfBirth>(DateOfBirth date)) {
            return new ByBirth(date);
        }
        return new ByName(Arrays.stream(text.split("[\\s,]+"))
                .map(PatientSearch::fold)
                .filter(word -> !word.isEmpty())
                .limit(2)
                .toList());
    }

    /** As names are kept for the search. */
    static String fold(String name) {
        return Folded.of(name);
    }
}
