package uk.anteroom.staffweb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.anteroom.conversation.Message;
import uk.anteroom.conversation.Messages;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.ShownTimes;

/** The patients who have written and whom nobody has read, one line each. */
@Component
class ReplyLines {

    private final Messages conversation;
    private final Patients patients;
    private final ShownTimes times;

    ReplyLines(Messages conversation, Patients patients, ShownTimes times) {
        this.conversation = conversation;
        this.patients = patients;
        this.times = times;
    }

    /**
     * One of them.
     *
     * @param since when the oldest unread one came
     * @param href of that one
     */
    record Line(String patient, String born, String since, int many, String href) {}

    /** The longest waiting first. */
    List<Line> of(StaffMember by) {
        Map<PatientId, List<Message>> unread = conversation.unread(by).stream()
                .collect(Collectors.groupingBy(Message::patient, LinkedHashMap::new, Collectors.toList()));
        return unread.entrySet().stream()
                .map(theirs -> line(by, theirs.getKey(), theirs.getValue()))
                .toList();
    }

    private Line line(StaffMember by, PatientId id, List<Message> unread) {
        Patient patient = patients.find(by.practice(), id).orElseThrow();
        Message oldest = unread.getFirst();
        return new Line(
                patient.name(),
                Born.shown(patient),
                times.dayAndTime(oldest.sentAt()),
                unread.size(),
                "/patients/" + id + "?message#message-" + oldest.id());
    }
}
