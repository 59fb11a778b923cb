package uk.anteroom.consultation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.call.CallId;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Room;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;

/** Everybody who waits in a practice, for its staff. */
@Service
public class WaitingRoom {

    private final WaitingStore store;
    private final Calls calls;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    WaitingRoom(
            WaitingStore store,
            Calls calls,
            Audit audit,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.store = store;
        this.calls = calls;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /** Everybody who waits, longest wait first, also those whose page is gone. */
    public List<Waiting> everybody(PracticeId practice) {
        return transactions.in(practice, () -> {
            List<WaitingStore.Row> rows = store.waiting(practice);
            Map<CallId, Room> rooms = calls.look(
                    practice, rows.stream().map(WaitingStore.Row::call).toList());
            return rows.stream()
                    .flatMap(row -> waiting(row, rooms.get(row.call())).stream())
                    .toList();
        });
    }

    /** The wait of one consultation, if its patient waits. */
    public Optional<Waiting> of(PracticeId practice, ConsultationId consultation) {
        return everybody(practice).stream()
                .filter(waiting -> waiting.consultation().equals(consultation))
                .findFirst();
    }

    /** As {@link #everybody}, looked at by somebody of the staff; the look is audited. */
    public List<Waiting> look(StaffMember by) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            audit.staff(by, "waiting_room.viewed", "practice", by.practice().value());
            return everybody(by.practice());
        });
    }

    /** How many wait, for the header of every page. */
    public int count(StaffMember by) {
        return (int) everybody(by.practice()).stream().filter(Waiting::queues).count();
    }

    /** Writes down that somebody of the staff was told by name who waits. */
    public void told(StaffMember by, List<ConsultationId> whose) {
        transactions.in(
                by.practice(),
                () -> whose.forEach(one -> audit.staff(by, "waiting_room.arrival_told", "consultation", one.value())));
    }

    /** Marks somebody whom nobody looks after, once a wait. */
    public Escalation escalate(PracticeId practice, ConsultationId id) {
        return transactions.in(practice, () -> {
            Optional<Waiting> found = of(practice, id);
            if (found.isEmpty()) {
                return Escalation.OVER;
            }
            calls.hold(practice, found.get().call());
            Optional<Waiting> held = of(practice, id).filter(waiting -> waiting.escalatedAt() == null);
            if (held.isEmpty()) {
                return Escalation.OVER;
            }
            boolean there = held.get().here() || held.get().wish() == Wish.RING;
            if (held.get().attended() || !there) {
                return Escalation.NOT_NOW;
            }
            store.escalated(practice, id);
            audit.system(practice, "consultation.escalated", "consultation", id.value());
            events.publishEvent(new WaitingChanged(practice));
            return Escalation.ESCALATED;
        });
    }

    static Optional<Waiting> waiting(WaitingStore.Row row, @Nullable Room room) {
        if (room == null) {
            return Optional.empty();
        }
        return room.seat(row.patientSeat())
                .map(seat -> new Waiting(
                        row.consultation(),
                        row.patient(),
                        row.clinician(),
                        row.call(),
                        row.since(),
                        seat,
                        room.clinicianHere(),
                        row.wish(),
                        row.wishAt(),
                        row.turnAt(),
                        row.escalatedAt()));
    }
}
