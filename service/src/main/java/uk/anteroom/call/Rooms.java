package uk.anteroom.call;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** Changes rooms by compare-and-set on their revision, and rings whoever must hear of it after the commit. */
@Component
class Rooms {

    // The first attempt may lose a race; the second holds the row and can only lose to a seat being added meanwhile.
    private static final int ATTEMPTS = 5;

    private final RoomStore store;
    private final PracticeTransactions transactions;
    private final Doorbell doorbell;

    Rooms(RoomStore store, PracticeTransactions transactions, Doorbell doorbell) {
        this.store = store;
        this.transactions = transactions;
        this.doorbell = doorbell;
    }

    /** A room before and after; the same room twice if there was nothing to change. */
    record Change(Room before, Room after) {

        boolean made() {
            return before.rev() != after.rev();
        }
    }

    /** Applies a rule of {@link Room}. Throws what the rule throws, and {@link NotAllowed} if there is no such call. */
    Change change(PracticeId practice, CallId call, BiFunction<Room, Instant, Room> rule) {
        return transactions.in(practice, () -> {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (attempt > 0) {
                    store.lock(practice, call);
                }
                RoomStore.Seen seen = store.find(practice, call).orElseThrow(() -> new NotAllowed("No such call"));
                Room before = seen.room();
                Room after = rule.apply(before, seen.now());
                if (after.equals(before)) {
                    return new Change(before, before);
                }
                Optional<Long> rev = store.write(practice, before, after);
                if (rev.isPresent()) {
                    ringAfterCommit(practice, call);
                    return new Change(before, after.withRev(rev.get()));
                }
            }
            throw new CannotAcquireLockException("The room changes too often");
        });
    }

    Optional<Room> look(PracticeId practice, CallId call) {
        return transactions.in(practice, () -> store.find(practice, call).map(RoomStore.Seen::room));
    }

    Map<CallId, Room> look(PracticeId practice, Collection<CallId> wanted) {
        return transactions.in(
                practice,
                () -> store.findAll(practice, wanted).values().stream()
                        .map(RoomStore.Seen::room)
                        .collect(Collectors.toMap(Room::id, room -> room)));
    }

    void tellAfterCommit(PracticeId practice, CallId call, String topic) {
        transactions.afterCommit(() -> doorbell.tell(practice, call, topic));
    }

    void ringAfterCommit(PracticeId practice, CallId call) {
        transactions.afterCommit(() -> doorbell.ring(practice, call));
    }
}
