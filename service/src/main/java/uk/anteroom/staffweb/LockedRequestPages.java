package uk.anteroom.staffweb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.LockedRequest;
import uk.anteroom.request.Sender;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.ShownTimes;
import uk.anteroom.web.TextField;

/** Puts the page of a locked request together: what the sender says of themselves, and who on the list that could be. */
@Component
class LockedRequestPages {

    private final Patients patients;
    private final RequestCards cards;
    private final RequestTrails trails;
    private final SentFileRows files;
    private final MessageSource words;
    private final ShownTimes times;

    LockedRequestPages(
            Patients patients,
            RequestCards cards,
            RequestTrails trails,
            SentFileRows files,
            MessageSource words,
            ShownTimes times) {
        this.patients = patients;
        this.cards = cards;
        this.trails = trails;
        this.files = files;
        this.words = words;
        this.times = times;
    }

    /** As it is when it is opened: with those of the list who have something in common with the sender. */
    ModelAndView page(StaffMember by, LockedRequest request, @Nullable Told told) {
        return page(by, request, "", told, RejectionForm.FRESH, null);
    }

    /** With those of the list whom somebody looked for. */
    ModelAndView finding(StaffMember by, LockedRequest request, String typed) {
        return page(by, request, typed, null, RejectionForm.FRESH, null);
    }

    /** With a rejection that cannot be as it was typed. */
    ModelAndView rejecting(StaffMember by, LockedRequest request, RejectionForm form, Complaints complaints) {
        return page(by, request, "", null, form, complaints);
    }

    private ModelAndView page(
            StaffMember by,
            LockedRequest request,
            String typed,
            @Nullable Told told,
            RejectionForm form,
            @Nullable Complaints complaints) {
        Sender sender = request.sender();
        ModelAndView page = new ModelAndView("staff/request-locked");
        page.addObject(
                "page",
                new LockedRequestPage(
                        "/requests/" + request.id(),
                        sender.name(),
                        request.title(),
                        request.body(),
                        RequestsPage.kind(request.kind()),
                        request.urgency().name(),
                        times.dayAndTime(request.receivedAt()),
                        files.of(by, request.id()),
                        facts(sender),
                        TextField.of("find", say("request.locked.find"), "search")
                                .value(typed),
                        request.open() ? candidates(by, sender, typed) : List.of(),
                        cards.head(by, request.id(), request.assignee(), request.closing()),
                        cards.acts(by, request, form, complaints),
                        trails.of(by, request.id(), null, "", null),
                        told == null ? null : say("request.told." + told)));
        if (complaints != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private List<LockedRequestPage.Fact> facts(Sender sender) {
        List<LockedRequestPage.Fact> facts = new ArrayList<>();
        facts.add(fact("name", sender.name()));
        facts.add(fact("born", sender.born() == null ? null : sender.born().shown()));
        facts.add(fact(
                "nhs", sender.nhsNumber() == null ? null : sender.nhsNumber().shown()));
        facts.add(fact("postcode", sender.postcode()));
        facts.add(fact("email", sender.email() == null ? null : sender.email().shown()));
        facts.add(
                fact("mobile", sender.mobile() == null ? null : sender.mobile().shown()));
        return facts;
    }

    private LockedRequestPage.Fact fact(String what, @Nullable String value) {
        return new LockedRequestPage.Fact(
                say("request.locked." + what), Objects.requireNonNullElse(value, say("request.locked.none")));
    }

    /** Whoever was looked for, else whoever has the NHS number, the date of birth, or the names; those of whom most agrees first. */
    private List<LockedRequestPage.Candidate> candidates(StaffMember by, Sender sender, String sought) {
        Stream<String> known = Stream.of(
                sender.nhsNumber() == null ? "" : sender.nhsNumber().value(),
                sender.born() == null ? "" : sender.born().value().toString(),
                sender.name());
        return (sought.isBlank() ? known : Stream.of(sought))
                        .filter(typed -> !typed.isBlank())
                        .flatMap(typed -> patients.search(by, typed, 1).patients().stream())
                        .collect(Collectors.toMap(Patient::id, patient -> patient, (one, same) -> one))
                        .values()
                        .stream()
                        .map(patient -> new Compared(patient, sender))
                        .sorted()
                        .limit(8)
                        .map(this::candidate)
                        .toList();
    }

    private LockedRequestPage.Candidate candidate(Compared compared) {
        Patient patient = compared.patient();
        return new LockedRequestPage.Candidate(
                patient.id().toString(),
                patient.name(),
                Born.withAge(patient, times.today()),
                patient.nhsNumber().shown(),
                compared.same().stream()
                        .map(what -> say("request.locked.same." + what))
                        .collect(Collectors.joining(", ")));
    }

    private String say(String key) {
        return words.getMessage(key, null, Locale.UK);
    }
}
