package uk.anteroom.demo.phone;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.Channel;

/**
 * An email or text message as it arrived.
 *
 * @param to as a person writes it: an email address, or 07700 900123
 * @param sender the name it came under
 * @param subject null for a text message
 * @param html null for a text message
 * @param arrivedAt the epoch until it is kept
 * @param number of how many that came to the same place, itself counted; 0 until it is kept
 */
record PhoneMessage(
        UUID reference,
        Channel channel,
        String to,
        String sender,
        @Nullable String subject,
        String body,
        @Nullable String html,
        Instant arrivedAt,
        int number) {

    @Override
    public String toString() {
        return "PhoneMessage(" + reference + ")";
    }
}
