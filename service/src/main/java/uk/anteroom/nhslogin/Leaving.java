package uk.anteroom.nhslogin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;

/** What a browser keeps while its holder is at NHS login: sealed, so that nobody brings anything else back, and for one try. */
@Component
class Leaving {

    /** Long enough to find a password and a telephone. */
    private static final Duration LIFE = Duration.ofMinutes(20);

    private static final String PLACE = "nhs-login.trip";

    /** The questions that the answer must fit. */
    record Trip(PracticeId practice, String state, String nonce, String verifier, Instant since) {

        @Override
        public String toString() {
            return "Trip(hidden)";
        }
    }

    private final FieldCipher cipher;
    private final Clock clock;

    Leaving(FieldCipher cipher, Clock clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    String keep(PracticeId practice, String state, String nonce, String verifier) {
        String text = String.join(
                " ",
                practice.toString(),
                state,
                nonce,
                verifier,
                String.valueOf(clock.instant().getEpochSecond()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.seal(text, PLACE));
    }

    Optional<Trip> read(String kept) {
        try {
            String[] parts = cipher.open(Base64.getUrlDecoder().decode(kept.getBytes(StandardCharsets.US_ASCII)), PLACE)
                    .split(" ", -1);
            Trip trip = new Trip(
                    PracticeId.of(parts[0]),
                    parts[1],
                    parts[2],
                    parts[3],
                    Instant.ofEpochSecond(Long.parseLong(parts[4])));
            return Optional.of(trip).filter(read -> read.since().plus(LIFE).isAfter(clock.instant()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
