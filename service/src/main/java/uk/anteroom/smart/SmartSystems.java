package uk.anteroom.smart;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** The clinical systems from which a practice's staff may come in. */
@Service
public class SmartSystems {

    /** Long enough for a busy morning, short enough that a changed address is followed without a restart. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final int MOST = 1_000;

    private final SmartStore store;
    private final PracticeTransactions transactions;
    private final LoadingCache<String, SmartConfiguration> configurations;

    SmartSystems(SmartStore store, SmartDiscovery discovery, PracticeTransactions transactions) {
        this.store = store;
        this.transactions = transactions;
        this.configurations =
                Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build(discovery::read);
    }

    /** The one of that address, if the practice has allowed it: nobody else's address is ever asked. */
    public Optional<SmartSystem> find(PracticeId practice, String issuer) {
        return of(practice).stream()
                .filter(system -> system.issuer().equals(issuer))
                .findFirst();
    }

    /** All that the practice has allowed. */
    public List<SmartSystem> of(PracticeId practice) {
        return transactions.in(practice, () -> store.systems(practice));
    }

    /** What it says of its sign-in. Throws {@link SmartRefused}. */
    public SmartConfiguration configuration(SmartSystem system) {
        return configurations.get(system.issuer());
    }
}
