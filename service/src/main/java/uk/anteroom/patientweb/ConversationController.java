package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
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
import uk.anteroom.conversation.MessageId;
import uk.anteroom.conversation.MessageText;
import uk.anteroom.practice.Practice;
import uk.anteroom.web.Complaints;

/** The conversation with the practice, for a patient who has shown who they are. The device's key says whose it is. */
@Controller
@RequestMapping("/messages")
class ConversationController {

    private final ConversationVisits visits;
    private final ConversationPages pages;
    private final MessageSource messages;

    ConversationController(ConversationVisits visits, ConversationPages pages, MessageSource messages) {
        this.visits = visits;
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView read(
            @RequestParam(required = false) @Nullable String sent, HttpServletRequest request, Locale locale) {
        return visitOf(request)
                .map(visit -> pages.show(
                        visit, "", UUID.randomUUID(), sent != null, locale, new Complaints(messages, locale)))
                .orElseGet(UnusablePages::ofNobody);
    }

    /** Nobody has the page in front of them: nothing counts as read. */
    @RequestMapping(method = RequestMethod.HEAD)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void asked() {}

    /** A browser that fetches what may be wanted next: the same. */
    @GetMapping(headers = "Sec-Purpose")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void fetchedAhead() {}

    @PostMapping
    ModelAndView reply(
            @RequestParam(defaultValue = "") String text,
            @RequestParam UUID answered,
            @RequestParam UUID formKey,
            HttpServletRequest request,
            Locale locale) {
        Optional<ConversationVisit> visit = visitOf(request);
        if (visit.isEmpty()) {
            return UnusablePages.ofNobody();
        }
        Complaints complaints = new Complaints(messages, locale);
        MessageText read = complaints.valueOf("text", MessageText.read(text));
        if (read != null) {
            Practice practice = visit.get().practice();
            switch (visits.reply(visit.get(), new MessageId(answered), read, formKey)) {
                case SENT -> {
                    return new ModelAndView("redirect:/messages?sent");
                }
                case NOT_ASKED -> complaints.about("text", "message.reply.notAsked", practice.telephone());
                case TOO_MANY -> complaints.about("text", "message.reply.tooMany", practice.telephone());
            }
        }
        return pages.show(visit.get(), text, formKey, false, locale, complaints);
    }

    /** The device is forgotten, as somebody wants who reads at another person's. */
    @PostMapping("/exit")
    ModelAndView leave(HttpServletRequest request, HttpServletResponse response) {
        Optional<ConversationVisit> visit = visitOf(request);
        DeviceCookie.CONVERSATION.read(request).ifPresent(visits::forget);
        DeviceCookie.CONVERSATION.erase(response);
        return visit.map(left -> new ModelAndView("patient/messages-left", "page", LeftPage.of(left.practice())))
                .orElseGet(UnusablePages::ofNobody);
    }

    private Optional<ConversationVisit> visitOf(HttpServletRequest request) {
        return DeviceCookie.CONVERSATION.read(request).flatMap(visits::of);
    }
}
