package uk.anteroom.staffweb;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.Assignee;
import uk.anteroom.request.Closing;
import uk.anteroom.request.GroupId;
import uk.anteroom.request.InboxGroup;
import uk.anteroom.request.InboxGroups;
import uk.anteroom.request.LockedRequest;
import uk.anteroom.request.Lookers;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.RequestId;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.SelectField;
import uk.anteroom.web.ShownTimes;
import uk.anteroom.web.TextArea;

/** Prepares who looks after a request and who looks at it, and what can be done about it. */
@Component
class RequestCards {

    private final InboxGroups groups;
    private final Staff staff;
    private final Lookers lookers;
    private final MessageSource words;
    private final ShownTimes times;

    RequestCards(InboxGroups groups, Staff staff, Lookers lookers, MessageSource words, ShownTimes times) {
        this.groups = groups;
        this.staff = staff;
        this.lookers = lookers;
        this.words = words;
        this.times = times;
    }

    RequestHead head(StaffMember by, RequestId id, Assignee assignee, @Nullable Closing closing) {
        return new RequestHead(
                "/requests/" + id,
                lookers.now(by.practice()).getOrDefault(id, List.of()).stream()
                        .filter(one -> !one.equals(by.id()))
                        .map(one -> staff.evenIfLeft(by.practice(), one).name())
                        .toList(),
                with(by, assignee),
                closed(by, closing),
                closing != null && closing.outcome() == Closing.Outcome.REJECTED);
    }

    /** For one of a patient on the list. */
    RequestActs acts(
            StaffMember by,
            PatientRequest request,
            Patient patient,
            RejectionForm form,
            @Nullable Complaints complaints) {
        String told = patient.notInvitable().isPresent()
                ? say("request.reject.told.nobody", patient.givenName())
                : patient.preferredContact()
                        .map(to -> say(
                                to instanceof EmailAddress ? "request.reject.told.email" : "request.reject.told.sms",
                                patient.givenName()))
                        .orElseGet(() -> say("request.reject.told.nobody", patient.givenName()));
        TextArea also = new TextArea(
                "rejectWords",
                say("request.reject.words", patient.givenName()),
                null,
                complaints == null ? null : complaints.at("rejectWords"),
                3,
                form.words());
        return acts(by, request.id(), request.assignee(), request.closing(), true, told, also, form, complaints);
    }

    /** For one that is locked. */
    RequestActs acts(StaffMember by, LockedRequest request, RejectionForm form, @Nullable Complaints complaints) {
        ContactPoint to = request.sender().email() == null
                ? request.sender().mobile()
                : request.sender().email();
        String told = to == null
                ? say("request.reject.told.nobody", request.sender().givenName())
                : say("request.reject.told.locked", to.shown());
        return acts(by, request.id(), request.assignee(), request.closing(), false, told, null, form, complaints);
    }

    private RequestActs acts(
            StaffMember by,
            RequestId id,
            Assignee assignee,
            @Nullable Closing closing,
            boolean complete,
            String told,
            @Nullable TextArea also,
            RejectionForm form,
            @Nullable Complaints complaints) {
        return new RequestActs(
                "/requests/" + id,
                AssigneeField.write(assignee),
                assignee.equals(new Assignee.Member(by.id())),
                to(by, assignee),
                complete,
                told,
                reason(form, complaints),
                also,
                closed(by, closing),
                complaints == null ? List.of() : complaints.all());
    }

    private SelectField to(StaffMember by, Assignee now) {
        Stream<SelectField.Option> nobody = Stream.of(option(new Assignee.Nobody(), say("request.with.nobody"), now));
        Stream<SelectField.Option> shared = groups.all(by.practice()).stream()
                .map(group -> option(new Assignee.Group(group.id()), say("request.with.group", group.name()), now));
        Stream<SelectField.Option> people = staff.whoInvite(by.practice()).stream()
                .map(one -> option(
                        new Assignee.Member(one.id()),
                        one.id().equals(by.id()) ? say("request.with.yourself", one.name()) : one.name(),
                        now));
        return new SelectField(
                "to",
                say("request.assign"),
                null,
                null,
                Stream.of(nobody, shared, people).flatMap(options -> options).toList());
    }

    private static SelectField.Option option(Assignee assignee, String text, Assignee now) {
        return new SelectField.Option(AssigneeField.write(assignee), text, assignee.equals(now));
    }

    private SelectField reason(RejectionForm form, @Nullable Complaints complaints) {
        Stream<SelectField.Option> none = Stream.of(new SelectField.Option(
                "", say("request.reject.reason.choose"), form.reason().isEmpty()));
        Stream<SelectField.Option> each = Stream.of(Closing.Reason.values())
                .map(reason -> new SelectField.Option(
                        reason.name(),
                        say("request.reason." + reason),
                        reason.name().equals(form.reason())));
        return new SelectField(
                "reason",
                say("request.reject.reason"),
                null,
                complaints == null ? null : complaints.at("reason"),
                Stream.concat(none, each).toList());
    }

    private @Nullable String with(StaffMember by, Assignee assignee) {
        return switch (assignee) {
            case Assignee.Nobody nobody -> null;
            case Assignee.Member(StaffId id) ->
                id.equals(by.id())
                        ? say("request.with.you")
                        : staff.evenIfLeft(by.practice(), id).name();
            case Assignee.Group(GroupId id) ->
                groups.all(by.practice()).stream()
                        .filter(group -> group.id().equals(id))
                        .map(InboxGroup::name)
                        .findFirst()
                        .orElse(null);
        };
    }

    /** Who closed it, when, and as what. */
    @Nullable String closed(StaffMember by, @Nullable Closing closing) {
        if (closing == null) {
            return null;
        }
        String name = closing.by().equals(by.id())
                ? say("request.closed.you")
                : staff.evenIfLeft(by.practice(), closing.by()).name();
        String when = times.dayAndTime(closing.at());
        return closing.reason() == null
                ? say("request.closed.COMPLETED", name, when)
                : say("request.closed.REJECTED", name, when, say("request.reason." + closing.reason()));
    }

    private String say(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
