package uk.anteroom.attempt;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import uk.anteroom.call.CallClosed;
import uk.anteroom.call.CallContinuedByPhone;
import uk.anteroom.call.CallEnded;
import uk.anteroom.call.CallId;
import uk.anteroom.call.CallReopened;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Participant;
import uk.anteroom.call.ParticipantReported;
import uk.anteroom.call.ParticipantRole;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** The attempts to meet in a call. Each is written down with its reason in the commit that ended it. */
@Service
public class Attempts {

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);

    private final AttemptStore store;
    private final Calls calls;
    private final PracticeTransactions transactions;

    Attempts(AttemptStore store, Calls calls, PracticeTransactions transactions) {
        this.store = store;
        this.calls = calls;
        this.transactions = transactions;
    }

    /** The attempt that ended last; nothing before the first has ended. */
    public Optional<Attempt> last(PracticeId practice, CallId call) {
        return transactions.in(practice, () -> store.last(practice, call));
    }

    @EventListener
    void on(ParticipantReported event) {
        store.report(event);
    }

    @EventListener
    void on(CallContinuedByPhone event) {
        store.begin(event.practice(), event.call());
        store.byPhone(event.practice(), event.call());
    }

    @EventListener
    void on(CallReopened event) {
        store.begin(event.practice(), event.call());
        store.reopened(event.practice(), event.call());
    }

    @EventListener
    void on(CallEnded event) {
        end(event.practice(), event.call());
    }

    @EventListener
    void on(CallClosed event) {
        if (!event.hadEnded()) {
            end(event.practice(), event.call());
        }
    }

    private void end(PracticeId practice, CallId call) {
        // an attempt is one of the clinician and the patient to meet; guests come and go beside it
        List<Participant> participants = calls.look(practice, call).orElseThrow().participants().stream()
                .filter(p -> p.role() != ParticipantRole.GUEST)
                .toList();
        List<Report> reports = store.reports(practice, call).stream()
                .filter(report -> report.role() != ParticipantRole.GUEST)
                .toList();
        Reason reason =
                new Evidence(participants, store.reopenedAt(practice, call).orElse(null), reports).reason();
        store.begin(practice, call);
        store.end(practice, call, reason, Measured.of(reports));
        store.forgetReports(practice, call);
        log.info("Call {}: attempt ended: {}", call, reason);
    }
}
