package uk.anteroom.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;

/** Figures about the video consultations of a practice, for those who can change how they go. */
@Service
public class Reports {

    private final ReportStore store;
    private final Clock clock;
    private final PracticeTransactions transactions;

    Reports(ReportStore store, Clock clock, PracticeTransactions transactions) {
        this.store = store;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** How it went in the weeks up to now. */
    public Report of(StaffMember by, Span span) {
        by.mustReadReports();
        LocalDate today = LocalDate.now(clock);
        Instant from = Tally.firstDay(span, today).atStartOfDay(clock.getZone()).toInstant();
        return new Tally(
                        span,
                        today,
                        clock.getZone(),
                        transactions.in(by.practice(), () -> store.courses(by.practice(), from)))
                .report();
    }
}
