package uk.anteroom.duty;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Waiting;
import uk.anteroom.consultation.WaitingRoom;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;

/**
 * Whom a member of staff is told about by name, wherever they are: a clinician of their own patients, a receptionist of everybody's, and
 * whoever is on duty of those whom nobody looks after.
 */
@Service
public class Arrivals {

    private final WaitingRoom waitingRoom;
    private final DutyList duty;
    private final PracticeTransactions transactions;

    Arrivals(WaitingRoom waitingRoom, DutyList duty, PracticeTransactions transactions) {
        this.waitingRoom = waitingRoom;
        this.duty = duty;
        this.transactions = transactions;
    }

    /**
     * What somebody is told.
     *
     * @param count how many wait in the practice
     * @param theirs those they are told about, longest wait first
     * @param onDuty whether they are told about those whom nobody looks after
     */
    public record Told(int count, List<Waiting> theirs, boolean onDuty) {

        /** Told for no other reason than that nobody looks after this one. */
        public boolean unattended(Waiting one) {
            return onDuty && one.unattended();
        }
    }

    /** Who waits for somebody; whoever is not among {@code known} is written down as told now. */
    public Told tell(StaffMember by, Set<ConsultationId> known) {
        return transactions.in(by.practice(), () -> {
            List<Waiting> everybody = waitingRoom.everybody(by.practice());
            boolean onDuty = duty.of(by.practice()).staff().contains(by.id());
            List<Waiting> theirs = everybody.stream()
                    .filter(waiting -> waiting.concerns(by) || onDuty && waiting.unattended())
                    .toList();
            List<ConsultationId> fresh = theirs.stream()
                    .map(Waiting::consultation)
                    .filter(id -> !known.contains(id))
                    .toList();
            if (!fresh.isEmpty()) {
                waitingRoom.told(by, fresh);
            }
            return new Told((int) everybody.stream().filter(Waiting::queues).count(), theirs, onDuty);
        });
    }
}
