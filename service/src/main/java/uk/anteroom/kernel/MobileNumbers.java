package uk.anteroom.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads the mobile numbers people type, in any of the ways they are written. */
@Component
public class MobileNumbers {

    /** Longer is no telephone number in any spelling; libphonenumber itself gives up at 250. */
    private static final int LONGEST = 40;

    private static final int NATIONAL_DIGITS = 10;

    private static final Pattern DRAMA = Pattern.compile("\\+447700900[0-9]{3}");
    private static final Pattern WRITTEN = Pattern.compile("[0-9+() .\\-\\u00a0\\u2010-\\u2015]*");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final boolean allowDrama;

    MobileNumbers(KernelSettings settings) {
        this.allowDrama = settings.allowDramaNumbers();
    }

    /**
     * Complaints: {@code mobile.empty}, {@code mobile.letters}, {@code mobile.length} with how many digits were typed,
     * {@code mobile.notMobile} (landline, foreign, premium, or a range that belongs to no mobile network).
     */
    public Reading<MobileNumber> read(String typed) {
        String trimmed = typed.strip();
        if (trimmed.isEmpty()) {
            return Reading.wrong("mobile.empty");
        }
        if (!WRITTEN.matcher(trimmed).matches()) {
            return Reading.wrong("mobile.letters");
        }
        long digits = trimmed.chars().filter(c -> c >= '0' && c <= '9').count();
        if (trimmed.length() > LONGEST) {
            return Reading.wrong("mobile.length", digits);
        }
        PhoneNumber number;
        try {
            number = numbers.parse(trimmed, "GB");
        } catch (NumberParseException e) {
            return Reading.wrong("mobile.length", digits);
        }
        String canonical = numbers.format(number, PhoneNumberFormat.E164);
        if (allowDrama && DRAMA.matcher(canonical).matches()) {
            return Reading.right(new MobileNumber(canonical));
        }
        boolean ours = number.getCountryCode() == 44;
        if (ours && !numbers.isPossibleNumber(number) || looksLikeMobileOfWrongLength(trimmed)) {
            return Reading.wrong("mobile.length", digits);
        }
        boolean mobile = ours
                && numbers.isValidNumberForRegion(number, "GB")
                && numbers.getNumberType(number) == PhoneNumberType.MOBILE;
        return mobile ? Reading.right(new MobileNumber(canonical)) : Reading.wrong("mobile.notMobile");
    }

    /** libphonenumber calls a mobile number with a digit missing simply invalid; people want to know about the digit. */
    private static boolean looksLikeMobileOfWrongLength(String typed) {
        String national = typed.replaceAll("[^0-9+]", "").replaceFirst("^(\\+44|0044|44)?0?", "");
        return national.startsWith("7") && national.length() != NATIONAL_DIGITS;
    }
}
