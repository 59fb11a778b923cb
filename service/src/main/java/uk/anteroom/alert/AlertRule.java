package uk.anteroom.alert;

import java.util.Set;
import uk.anteroom.practice.StaffId;

/**
 * Who is told of one kind of thing.
 *
 * @param chosen of {@link Audience#CHOSEN}; otherwise nobody
 */
public record AlertRule(Audience told, Set<StaffId> chosen) {

    public AlertRule {
        chosen = told == Audience.CHOSEN ? Set.copyOf(chosen) : Set.of();
    }
}
