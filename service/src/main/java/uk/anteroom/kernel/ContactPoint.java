package uk.anteroom.kernel;

/** Where a letter can go: an email address or a mobile number. Hides itself when printed. */
public sealed interface ContactPoint permits EmailAddress, MobileNumber {

    /** The canonical form: an address in the case it was typed, or a number in E.164 such as +447700900123. */
    String value();

    /** As a person writes it: 07700 900123. */
    String shown();

    Channel channel();

    /** Reads what {@link #value()} of a contact point of this channel said. */
    static ContactPoint stored(Channel channel, String value) {
        return switch (channel) {
            case EMAIL -> new EmailAddress(value);
            case SMS -> new MobileNumber(value);
        };
    }
}
