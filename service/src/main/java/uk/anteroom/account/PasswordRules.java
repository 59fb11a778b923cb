package uk.anteroom.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.Reading;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Practices;

/**
 * Which passwords may be chosen (NIST SP 800-63B): long ones, without rules of what must be in them, but none that is found in lists of common ones or made
 * of repeats, runs of keys, or the names of those it is about.
 */
@Component
public class PasswordRules {

    /** Without a second factor. */
    static final int SHORTEST = 15;

    /** Of 0 to 4: 3 is "safely unguessable, moderate protection from an offline slow-hash scenario" (10^8 guesses). */
    private static final int STRONG = 3;

    /** The estimate takes longer the longer the password is; what begins well ends well. */
    private static final int LOOKED_AT = 64;

    private final Zxcvbn guesses = new Zxcvbn();
    private final Patients patients;
    private final Practices practices;

    PasswordRules(Patients patients, Practices practices) {
        this.patients = patients;
        this.practices = practices;
    }

    /**
     * Complaints: {@code password.empty}, {@code password.short} and {@code password.long} with the number and what was typed, {@code password.easy}.
     *
     * @param patient whose names it must not be made of
     */
    public Reading<NewPassword> read(
            PracticeId practice, PatientId patient, @Nullable EmailAddress name, String typed) {
        if (typed.isEmpty()) {
            return Reading.wrong("password.empty");
        }
        int length = typed.codePointCount(0, typed.length());
        if (length < SHORTEST) {
            return Reading.wrong("password.short", SHORTEST, length);
        }
        if (typed.length() > NewPassword.LONGEST) {
            return Reading.wrong("password.long", NewPassword.LONGEST, length);
        }
        String beginning = typed.substring(0, Math.min(typed.length(), LOOKED_AT));
        boolean easy = guesses.measure(beginning, own(practice, patient, name)).getScore() < STRONG;
        return easy ? Reading.wrong("password.easy") : Reading.right(new NewPassword(typed));
    }

    private List<String> own(PracticeId practice, PatientId patient, @Nullable EmailAddress name) {
        String surgery = practices.get(practice).name();
        String address = name == null ? "" : name.value();
        Stream<String> names = patients.find(practice, patient)
                .map(found -> Stream.of(found.givenName(), found.familyName(), found.name()))
                .orElse(Stream.empty());
        return Stream.concat(
                        names,
                        Stream.of(address, address.replaceFirst("@.*", ""), surgery, surgery.replaceFirst(" .*", "")))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
