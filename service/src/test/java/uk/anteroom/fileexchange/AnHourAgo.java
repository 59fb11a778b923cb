package uk.anteroom.fileexchange;

import java.time.Clock;
import java.time.Duration;
import uk.anteroom.kernel.FieldCipher;

/** Makes addresses as they were made an hour ago. */
public final class AnHourAgo {

    private AnHourAgo() {}

    public static FileAddresses addresses(FieldCipher cipher) {
        return new FileAddresses(cipher, Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));
    }
}
