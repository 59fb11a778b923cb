package uk.anteroom.staffweb;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.Assignee;
import uk.anteroom.request.GroupId;
import uk.anteroom.request.InboxGroup;
import uk.anteroom.request.InboxLine;
import uk.anteroom.request.Lookers;
import uk.anteroom.request.RequestId;
import uk.anteroom.web.ShownTimes;

/** Puts names to the requests of a list: each table is asked once for the whole page. */
@Component
class InboxRows {

    private final Patients patients;
    private final Staff staff;
    private final Lookers lookers;
    private final MessageSource words;
    private final ShownTimes times;

    InboxRows(Patients patients, Staff staff, Lookers lookers, MessageSource words, ShownTimes times) {
        this.patients = patients;
        this.staff = staff;
        this.lookers = lookers;
        this.words = words;
        this.times = times;
    }

    List<RequestsPage.Row> of(StaffMember by, List<InboxLine> lines, List<InboxGroup> groups) {
        Set<PatientId> listed = lines.stream()
                .map(InboxLine::patient)
                .filter(patient -> patient != null)
                .collect(Collectors.toSet());
        Map<PatientId, Patient> people = patients.find(by.practice(), listed).stream()
                .collect(Collectors.toMap(Patient::id, Function.identity()));
        Names names = new Names(
                staff.evenIfLeft(by.practice()).stream()
                        .collect(Collectors.toMap(StaffMember::id, StaffMember::shortName)),
                groups.stream().collect(Collectors.toMap(InboxGroup::id, InboxGroup::name)),
                lookers.now(by.practice()));
        return lines.stream().map(line -> row(by, line, people, names)).toList();
    }

    private record Names(
            Map<StaffId, String> staff, Map<GroupId, String> groups, Map<RequestId, List<StaffId>> looking) {

        @Nullable String with(Assignee assignee) {
            return switch (assignee) {
                case Assignee.Nobody nobody -> null;
                case Assignee.Member(StaffId id) -> staff.get(id);
                case Assignee.Group(GroupId id) -> groups.get(id);
            };
        }
    }

    private RequestsPage.Row row(StaffMember by, InboxLine line, Map<PatientId, Patient> people, Names names) {
        Patient patient = line.patient() == null ? null : people.get(line.patient());
        Instant closed = line.closedAt();
        boolean own = line.assignee().equals(new Assignee.Member(by.id()));
        return new RequestsPage.Row(
                "/requests/" + line.id(),
                patient == null ? String.valueOf(line.senderName()) : patient.name(),
                patient == null ? null : Born.shown(patient),
                line.title(),
                RequestsPage.kind(line.kind()),
                line.urgency().name(),
                closed == null ? times.since(line.receivedAt()) : times.dayAndTime(closed),
                own ? words.getMessage("inbox.with.you", null, Locale.UK) : names.with(line.assignee()),
                names.looking().getOrDefault(line.id(), List.of()).stream()
                        .filter(id -> !id.equals(by.id()))
                        .map(id -> names.staff().getOrDefault(id, ""))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                own || closed != null ? null : AssigneeField.write(line.assignee()),
                line.closedAs() == null ? null : words.getMessage("request.state." + line.closedAs(), null, Locale.UK));
    }
}
