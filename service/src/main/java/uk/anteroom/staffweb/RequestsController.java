package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import uk.anteroom.intake.Intakes;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.Box;
import uk.anteroom.request.Inbox;
import uk.anteroom.request.InboxFilter;
import uk.anteroom.request.InboxGroup;
import uk.anteroom.request.InboxGroups;
import uk.anteroom.request.InboxPage;
import uk.anteroom.request.InboxPlace;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.web.SelectField;
import uk.anteroom.web.TextField;

/** The inbox: lists of requests, and above them the consultations and replies that need somebody. */
@Controller
class RequestsController {

    private final Inbox inbox;
    private final InboxGroups groups;
    private final InboxBoxes boxes;
    private final InboxRows rows;
    private final Intakes intakes;
    private final CurrentCalls calls;
    private final NewLinkLines newLinks;
    private final ReplyLines replies;
    private final KeptSearches searches;
    private final MessageSource words;
    private final PracticeTransactions transactions;

    RequestsController(
            Inbox inbox,
            InboxGroups groups,
            InboxBoxes boxes,
            InboxRows rows,
            Intakes intakes,
            CurrentCalls calls,
            NewLinkLines newLinks,
            ReplyLines replies,
            KeptSearches searches,
            MessageSource words,
            PracticeTransactions transactions) {
        this.inbox = inbox;
        this.groups = groups;
        this.boxes = boxes;
        this.rows = rows;
        this.intakes = intakes;
        this.calls = calls;
        this.newLinks = newLinks;
        this.replies = replies;
        this.searches = searches;
        this.words = words;
        this.transactions = transactions;
    }

    /**
     * A list.
     *
     * @param search the key of what is searched for
     * @param taken a request was somebody else's already when it was taken
     */
    @GetMapping("/requests")
    String inbox(
            StaffMember by,
            @RequestParam(defaultValue = "") String box,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String soon,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(required = false) @Nullable String taken,
            HttpSession session,
            Model model) {
        by.mustInvite();
        Asked asked = new Asked(BoxName.read(box), kind, soon, search, after);
        InboxFilter filter = new InboxFilter(
                one(PatientRequest.Kind.values(), kind),
                one(PatientRequest.Urgency.values(), soon),
                searches.words(session, search));
        model.addAttribute("page", transactions.in(by.practice(), () -> page(by, asked, filter, taken != null)));
        return "staff/requests";
    }

    private RequestsPage page(StaffMember by, Asked asked, InboxFilter filter, boolean taken) {
        List<InboxGroup> all = groups.all(by.practice());
        Box open = asked.open();
        InboxPage found =
                inbox.page(by, open, filter, InboxPlace.read(asked.after()).orElse(null));
        return new RequestsPage(
                asked.address(),
                BoxName.write(open),
                boxes.name(open, all),
                boxes.links(by, open, all),
                TextField.of("words", say("inbox.words"), "search").value(filter.typed()),
                select("kind", PatientRequest.Kind.values(), filter.kind()),
                select("soon", PatientRequest.Urgency.values(), filter.urgency()),
                !filter.equals(InboxFilter.none()),
                rows.of(by, found.lines(), all),
                found.next() == null ? null : asked.from(found.next()).address(),
                open instanceof Box.Closed,
                taken ? say("inbox.taken") : null,
                writing(by),
                calls.of(by),
                newLinks.of(by),
                replies.of(by));
    }

    /** What is searched for goes into the session, and its key into the address. */
    @PostMapping("/requests")
    String filter(
            StaffMember by,
            @RequestParam(defaultValue = "") String box,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String soon,
            @RequestParam(defaultValue = "", name = "words") String typed,
            HttpSession session) {
        by.mustInvite();
        return "redirect:" + new Asked(BoxName.read(box), kind, soon, searches.keep(session, typed), "").address();
    }

    /** A list as an address asks for it. */
    private record Asked(Box open, String kind, String soon, String search, String after) {

        Asked from(InboxPlace place) {
            return new Asked(open, kind, soon, search, place.toString());
        }

        /** Only what is known goes into an address, whatever was sent. */
        String address() {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/requests");
            if (!(open instanceof Box.Unassigned)) {
                address.queryParam("box", BoxName.write(open));
            }
            Optional.ofNullable(one(PatientRequest.Kind.values(), kind))
                    .ifPresent(known -> address.queryParam("kind", known));
            Optional.ofNullable(one(PatientRequest.Urgency.values(), soon))
                    .ifPresent(known -> address.queryParam("soon", known));
            if (search.matches("[0-9a-f-]{36}")) {
                address.queryParam("search", search);
            }
            InboxPlace.read(after).ifPresent(place -> address.queryParam("after", place));
            return address.build().toUriString();
        }
    }

    private static <E extends Enum<E>> @Nullable E one(E[] known, String written) {
        return Stream.of(known)
                .filter(value -> value.name().equals(written))
                .findFirst()
                .orElse(null);
    }

    private <E extends Enum<E>> SelectField select(String field, E[] known, @Nullable E chosen) {
        Stream<SelectField.Option> all =
                Stream.of(new SelectField.Option("", say("inbox." + field + ".all"), chosen == null));
        Stream<SelectField.Option> each = Stream.of(known)
                .map(value -> new SelectField.Option(
                        value.name(), say("request." + field + "." + value.name()), value == chosen));
        return new SelectField(
                field,
                say("inbox." + field),
                null,
                null,
                Stream.concat(all, each).toList());
    }

    private @Nullable String writing(StaffMember by) {
        int many = intakes.writingNow(by.practice());
        return many == 0
                ? null
                : words.getMessage(
                        many == 1 ? "inbox.writing.one" : "inbox.writing.many", new Object[] {many}, Locale.UK);
    }

    private String say(String key) {
        return words.getMessage(key, null, Locale.UK);
    }
}
