package uk.anteroom.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts against the limits, in this node. */
@Component
public class Limits {

    /** A flood of made-up keys must not fill the memory; the oldest counters go first. */
    private static final int COUNTERS = 100_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(COUNTERS)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final int factor;

    Limits(KernelSettings settings) {
        this.factor = settings.limitFactor();
    }

    /** Takes one; false if there is none left for now. */
    public boolean take(Limit limit, Object key) {
        return bucket(limit, key).tryConsume(1);
    }

    /** Whether there is one left, without taking it. */
    public boolean hasLeft(Limit limit, Object key) {
        return bucket(limit, key).getAvailableTokens() > 0;
    }

    private Bucket bucket(Limit limit, Object key) {
        long many = (long) limit.many() * factor;
        return buckets.get(
                limit.name() + "|" + key,
                unused -> Bucket.builder()
                        .addLimit(bandwidth -> bandwidth.capacity(many).refillGreedy(many, limit.period()))
                        .build());
    }
}
