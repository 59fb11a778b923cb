package uk.anteroom.practice;

import java.util.regex.Pattern;
import uk.anteroom.kernel.Reading;

/** The number on which patients ring a practice, as people dial it at home: 01632 960123. */
public record PracticeTelephone(String value) {

    private static final Pattern WRITTEN = Pattern.compile("(\\+44|0)[0-9 ]{9,15}");
    /** Geographic, nationwide, mobile and business numbers of ten or eleven digits. Numbers that begin with 09 cost what nobody expects. */
    private static final Pattern DIGITS = Pattern.compile("0[1-378][0-9]{8,9}");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0().-]+");

    /** Reads what a person typed and keeps how they grouped it. Complaints: {@code settings.telephone.empty}, {@code settings.telephone.shape}. */
    public static Reading<PracticeTelephone> read(String typed) {
        String written = SPACES.matcher(typed.strip()).replaceAll(" ").strip();
        if (written.isEmpty()) {
            return Reading.wrong("settings.telephone.empty");
        }
        if (!WRITTEN.matcher(written).matches()) {
            return Reading.wrong("settings.telephone.shape");
        }
        String home =
                written.startsWith("+44") ? "0" + written.substring(3).strip().replaceFirst("^0 ?", "") : written;
        return DIGITS.matcher(home.replace(" ", "")).matches()
                ? Reading.right(new PracticeTelephone(home))
                : Reading.wrong("settings.telephone.shape");
    }
}
