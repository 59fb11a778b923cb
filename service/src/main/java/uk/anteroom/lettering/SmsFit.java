package uk.anteroom.lettering;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.Gsm7;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;

/** Whether a text message fits one segment, whoever sends it: more cost more, and some networks deliver them in pieces. */
@Component
class SmsFit {

    /** As long as every link's secret. */
    private static final String SECRET = "0".repeat(22);

    private static final String CODE = "000000";

    private final Staff staff;
    private final KernelSettings settings;

    SmsFit(Staff staff, KernelSettings settings) {
        this.staff = staff;
        this.settings = settings;
    }

    /** The letter at its longest: with the longest name of whoever may stand in it. */
    LetterFacts longest(Practice practice, LetterKind kind) {
        String clinician = staff.clinicians(practice.id()).stream()
                .map(StaffMember::name)
                .map(Gsm7::plain)
                .max(Comparator.comparingInt(Gsm7::length))
                .orElse("");
        String path =
                switch (kind) {
                    case MESSAGE -> "/m/";
                    case ACCOUNT_SENT_BY_STAFF -> "/p/" + practice.publicCode() + "/recover/";
                    default -> "/v/";
                };
        return new LetterFacts(
                Gsm7.plain(practice.name()),
                clinician,
                settings.at(path + practice.publicCode() + SECRET).toString(),
                CODE,
                practice.telephone());
    }

    /** How many characters of a segment it takes at its longest. */
    int length(Practice practice, LetterKind kind, LetterWords words) {
        return Gsm7.length(words.filled(longest(practice, kind)));
    }

    /** The letters that make a segment shrink from 160 characters to 70. */
    static List<String> foreign(LetterWords words) {
        return words.value()
                .codePoints()
                .mapToObj(Character::toString)
                .distinct()
                .filter(letter -> !Gsm7.plain(letter).equals(letter))
                .collect(Collectors.toList());
    }
}
