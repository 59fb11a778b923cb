package uk.anteroom.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/** An email address that could be right: one line, one @, a domain with a dot, at most 254 characters (RFC 5321). */
public record EmailAddress(String value) implements ContactPoint {

    // Deliberately narrower than RFC 5322: no quoted local parts, comments or address literals, which no patient has
    // and mail servers misread.
    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
                    + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    public EmailAddress {
        if (!couldBeRight(value)) {
            throw new IllegalArgumentException("Not an email address");
        }
    }

    /** Reads what a person typed. Complaints: {@code email.empty}, {@code email.shape}. */
    public static Reading<EmailAddress> read(String typed) {
        String trimmed = typed.strip();
        if (trimmed.isEmpty()) {
            return Reading.wrong("email.empty");
        }
        return couldBeRight(trimmed) ? Reading.right(new EmailAddress(trimmed)) : Reading.wrong("email.shape");
    }

    private static boolean couldBeRight(String text) {
        return text.length() <= 254
                && text.indexOf('@') <= 64
                && SHAPE.matcher(text).matches();
    }

    /** For comparing: the same mailbox in practice, whatever the case it was typed in. */
    public String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String shown() {
        return value;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public String toString() {
        return "EmailAddress(hidden)";
    }
}
