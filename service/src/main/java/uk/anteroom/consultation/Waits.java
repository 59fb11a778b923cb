package uk.anteroom.consultation;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.call.Calls;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** One patient's wait: how long it still takes, and what they would like instead. */
@Service
public class Waits {

    private final ConsultationStore consultations;
    private final WaitingStore store;
    private final WaitingRoom waitingRoom;
    private final TurnJob turns;
    private final Calls calls;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    Waits(
            ConsultationStore consultations,
            WaitingStore store,
            WaitingRoom waitingRoom,
            TurnJob turns,
            Calls calls,
            Audit audit,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.consultations = consultations;
        this.store = store;
        this.waitingRoom = waitingRoom;
        this.turns = turns;
        this.calls = calls;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /** The wait of a consultation whose patient waits; empty otherwise. */
    public Optional<Wait> of(PracticeId practice, ConsultationId consultation) {
        return transactions.in(practice, () -> {
            List<Waiting> everybody = waitingRoom.everybody(practice);
            return everybody.stream()
                    .filter(waiting -> waiting.consultation().equals(consultation))
                    .findFirst()
                    .map(own -> wait(practice, own, everybody));
        });
    }

    private Wait wait(PracticeId practice, Waiting own, List<Waiting> everybody) {
        List<Waiting> sameClinician = everybody.stream()
                .filter(other -> other.clinician().equals(own.clinician()))
                .toList();
        // everybody stands in the order of their coming
        int before = (int) sameClinician.stream()
                .takeWhile(other -> other != own)
                .filter(Waiting::queues)
                .count();
        Duration elapsed = store.running(practice, own.clinician()).orElse(null);
        boolean works = elapsed != null
                || sameClinician.stream().anyMatch(Waiting::attended)
                || store.endedLately(practice, own.clinician());
        if (own.attended() && elapsed == null && before == 0) {
            return new Wait(Wait.State.HERE, 0, 0, own.wish());
        }
        if (!works || (elapsed == null && before == 0)) {
            return new Wait(Wait.State.ABSENT, before, 0, own.wish());
        }
        int minutes = WaitEstimate.shown(
                WaitEstimate.wait(WaitEstimate.typical(store.lengths(practice, own.clinician())), elapsed, before));
        return new Wait(
                minutes >= Wait.LATE_FROM ? Wait.State.LATE : Wait.State.WITH_ANOTHER, before, minutes, own.wish());
    }

    /** Writes down what the patient would like; false if they do not wait any more. To wish the same twice is one wish. */
    public boolean wish(PracticeId practice, ConsultationId id, Wish wish) {
        return transactions.in(practice, () -> {
            Optional<Consultation> waiting = consultations
                    .findForUpdate(practice, id, calls)
                    .filter(found -> found.state() == ConsultationState.WAITING);
            if (waiting.isPresent() && store.wish(practice, id, wish)) {
                audit.patient(
                        practice,
                        waiting.get().patient().value(),
                        "consultation.wish_" + wish.name().toLowerCase(Locale.ROOT),
                        "consultation",
                        id.value());
                events.publishEvent(new WaitingChanged(practice));
                // the clinician may have become free while the patient chose
                turns.look(practice, id);
            }
            return waiting.isPresent();
        });
    }
}
