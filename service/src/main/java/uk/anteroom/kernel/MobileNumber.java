package uk.anteroom.kernel;

import java.util.regex.Pattern;

/** A UK mobile number in E.164: +447 and nine digits. {@link MobileNumbers} reads what people type. */
public record MobileNumber(String value) implements ContactPoint {

    private static final Pattern SHAPE = Pattern.compile("\\+447[0-9]{9}");

    public MobileNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a UK mobile number");
        }
    }

    /** As it is written at home: 07700 900123. */
    @Override
    public String shown() {
        return "0" + value.substring(3, 7) + " " + value.substring(7);
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public String toString() {
        return "MobileNumber(hidden)";
    }
}
