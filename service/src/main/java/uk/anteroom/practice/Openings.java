package uk.anteroom.practice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** When practices are open. */
@Service
public class Openings {

    private final OpeningStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final PracticeTransactions transactions;

    Openings(OpeningStore store, ApplicationEventPublisher events, Clock clock, PracticeTransactions transactions) {
        this.store = store;
        this.events = events;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** What a practice has said. */
    public OpeningHours of(PracticeId practice) {
        return transactions.in(practice, () -> store.find(practice));
    }

    /** Whether it is open at that moment, and else when it opens next. */
    public OpenState at(PracticeId practice, Instant moment) {
        return of(practice).at(LocalDateTime.ofInstant(moment, clock.getZone()));
    }

    /** These are the hours from now on. */
    public void set(StaffMember by, OpeningHours hours) {
        by.mustManage();
        transactions.in(by.practice(), () -> {
            store.hold(by.practice());
            if (!store.find(by.practice()).equals(hours)) {
                store.put(by.practice(), hours);
                events.publishEvent(new SettingChanged(by, "practice.hours_changed"));
            }
        });
    }
}
