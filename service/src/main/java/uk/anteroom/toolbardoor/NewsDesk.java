package uk.anteroom.toolbardoor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Waiting;
import uk.anteroom.consultation.WaitingRoom;
import uk.anteroom.duty.DutyList;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.Requests;

/** Says what a member of staff is told by their toolbar: of the same patients as by the pages in their browser. */
@Component
class NewsDesk {

    private final WaitingRoom waitingRoom;
    private final DutyList duty;
    private final Patients patients;
    private final Requests requests;

    NewsDesk(WaitingRoom waitingRoom, DutyList duty, Patients patients, Requests requests) {
        this.waitingRoom = waitingRoom;
        this.duty = duty;
        this.patients = patients;
        this.requests = requests;
    }

    /** The news for somebody; {@code before} is what they were told last, and only who is new in it is audited. */
    News news(StaffMember by, @Nullable News before) {
        List<Waiting> everybody = waitingRoom.everybody(by.practice());
        boolean onDuty = duty.of(by.practice()).staff().contains(by.id());
        List<Waiting> mine = everybody.stream()
                .filter(waiting -> waiting.concerns(by) || onDuty && waiting.unattended())
                .toList();
        List<ConsultationId> fresh = mine.stream()
                .map(Waiting::consultation)
                .filter(id -> before == null
                        || before.waiting().stream()
                                .noneMatch(one -> one.consultation().equals(id.toString())))
                .toList();
        if (!fresh.isEmpty()) {
            waitingRoom.told(by, fresh);
        }
        return new News(
                mine.stream().map(waiting -> one(by, waiting)).toList(),
                (int) everybody.stream().filter(Waiting::queues).count(),
                requests.count(by));
    }

    private News.One one(StaffMember by, Waiting waiting) {
        String name =
                patients.find(by.practice(), waiting.patient()).orElseThrow().name();
        return new News.One(waiting.consultation().toString(), name, waiting.since(), waiting.attended());
    }
}
