package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.conversation.ConversationVisit;
import uk.anteroom.conversation.ConversationVisits;
import uk.anteroom.conversation.Drafts;
import uk.anteroom.conversation.MessageId;

/** The conversation with the practice, for a patient who has shown who they are. The device's key says whose it is. */
@Controller
class ConversationController {

    private static final String PAGE = "/messages";
    private static final String ACCOUNT = "/account/messages";

    private final ConversationReader reader;
    private final ConversationVisits visits;
    private final ConversationPages pages;
    private final Drafts drafts;

    ConversationController(
            ConversationReader reader, ConversationVisits visits, ConversationPages pages, Drafts drafts) {
        this.reader = reader;
        this.visits = visits;
        this.pages = pages;
        this.drafts = drafts;
    }

    @GetMapping({PAGE, ACCOUNT})
    ModelAndView read(
            @RequestParam(required = false) @Nullable String sent, HttpServletRequest request, Locale locale) {
        return visitOf(request)
                .map(visit -> pages.show(visit, place(request), sent != null, locale))
                .orElseGet(UnusablePages::ofNobody);
    }

    /** How many messages have come that were not shown yet. Asked again and again: nothing is read by it. */
    @GetMapping(
            path = {PAGE + "/unread", ACCOUNT + "/unread"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Integer> unread(HttpServletRequest request) {
        return ResponseEntity.of(visitOf(request).map(visits::countUnread));
    }

    /** Nobody has the page in front of them: nothing counts as read. */
    @RequestMapping(
            path = {PAGE, ACCOUNT},
            method = RequestMethod.HEAD)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void asked() {}

    /** A browser that fetches what may be wanted next: the same. */
    @GetMapping(
            path = {PAGE, ACCOUNT},
            headers = "Sec-Purpose")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void fetchedAhead() {}

    @PostMapping({PAGE, ACCOUNT})
    ModelAndView reply(
            @RequestParam(defaultValue = "") String text,
            @RequestParam UUID answered,
            @RequestParam(defaultValue = "") List<UUID> file,
            @RequestParam UUID formKey,
            HttpServletRequest request,
            Locale locale) {
        return writerOf(request)
                .map(visit -> pages.reply(visit, place(request), text, new MessageId(answered), file, formKey, locale))
                .orElseGet(UnusablePages::ofNobody);
    }

    /** What is typed, kept as it is typed. */
    @PostMapping({PAGE + "/draft", ACCOUNT + "/draft"})
    ResponseEntity<Void> draft(@RequestParam String text, HttpServletRequest request) {
        return writerOf(request).filter(visit -> drafts.keep(visit, text)).isPresent()
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    /** The device is forgotten, as somebody wants who reads at another person's. */
    @PostMapping(PAGE + "/exit")
    ModelAndView leave(HttpServletRequest request, HttpServletResponse response) {
        Optional<ConversationVisit> visit = visitOf(request);
        DeviceCookie.CONVERSATION.read(request).ifPresent(visits::forget);
        DeviceCookie.CONVERSATION.erase(response);
        return visit.map(left -> new ModelAndView("patient/messages-left", "page", LeftPage.of(left.practice())))
                .orElseGet(UnusablePages::ofNobody);
    }

    private Optional<ConversationVisit> visitOf(HttpServletRequest request) {
        return reader.of(request, place(request));
    }

    private ConversationPlace place(HttpServletRequest request) {
        if (!request.getRequestURI().startsWith(ACCOUNT)) {
            return ConversationPlace.PAGE;
        }
        return reader.isCarer(request) ? ConversationPlace.CARER : ConversationPlace.ACCOUNT;
    }

    /** Where a carer only reads there is nothing to write to. */
    private Optional<ConversationVisit> writerOf(HttpServletRequest request) {
        return visitOf(request).filter(visits::mayWrite);
    }
}
