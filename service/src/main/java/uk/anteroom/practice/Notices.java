package uk.anteroom.practice;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** What practices say on their public pages in their own words. */
@Service
public class Notices {

    private final NoticeStore store;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    Notices(NoticeStore store, ApplicationEventPublisher events, PracticeTransactions transactions) {
        this.store = store;
        this.events = events;
        this.transactions = transactions;
    }

    public Notice of(PracticeId practice) {
        return transactions.in(practice, () -> store.find(practice)).orElseGet(Notice::none);
    }

    /** These are the words from now on. */
    public void set(StaffMember by, Notice notice) {
        by.mustManage();
        transactions.in(by.practice(), () -> {
            if (store.put(by.practice(), notice)) {
                events.publishEvent(new SettingChanged(by, "practice.notice_changed"));
            }
        });
    }
}
