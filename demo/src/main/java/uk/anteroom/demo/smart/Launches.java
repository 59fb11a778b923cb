package uk.anteroom.demo.smart;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.anteroom.demo.cast.Worker;

/** Launches that have begun: opaque words that stand for a user of the clinical system and the patient they had open. */
@Component
class Launches {

    /** What a word stands for. */
    record Launch(Worker user, UUID patient) {}

    private final Cache<String, Launch> begun = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(5))
            .maximumSize(1_000)
            .build();

    /** A word for a launch that begins. */
    String begin(Worker user, UUID patient) {
        String word = UUID.randomUUID().toString();
        begun.put(word, new Launch(user, patient));
        return word;
    }

    Optional<Launch> find(@Nullable Object word) {
        return word instanceof String text ? Optional.ofNullable(begun.getIfPresent(text)) : Optional.empty();
    }
}
