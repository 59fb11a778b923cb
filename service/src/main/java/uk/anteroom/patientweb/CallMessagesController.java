package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.conversation.ConversationVisit;
import uk.anteroom.conversation.ConversationVisits;
import uk.anteroom.conversation.Drafts;
import uk.anteroom.conversation.MessageId;
import uk.anteroom.web.NotFound;

/** The conversation beside the picture: the same one as behind the link of a letter, for the device that is in the call. */
@Controller
@RequestMapping("/visit/messages")
class CallMessagesController {

    private final ConversationReader reader;
    private final ConversationVisits conversations;
    private final ConversationPages pages;
    private final Drafts drafts;

    CallMessagesController(
            ConversationReader reader, ConversationVisits conversations, ConversationPages pages, Drafts drafts) {
        this.reader = reader;
        this.conversations = conversations;
        this.pages = pages;
        this.drafts = drafts;
    }

    /** Only for a panel that is open: what is answered counts as read. */
    @GetMapping
    ModelAndView read(
            @RequestParam(required = false) @Nullable String sent, HttpServletRequest request, Locale locale) {
        return pages.show(visit(request), ConversationPlace.CALL, sent != null, locale);
    }

    /** How many messages wait for the panel to be opened. */
    @GetMapping("/unread")
    @ResponseBody
    Map<String, Integer> unread(HttpServletRequest request) {
        return Map.of("unread", conversations.countUnread(visit(request)));
    }

    @PostMapping
    ModelAndView reply(
            @RequestParam(defaultValue = "") String text,
            @RequestParam UUID answered,
            @RequestParam(defaultValue = "") List<UUID> file,
            @RequestParam UUID formKey,
            HttpServletRequest request,
            Locale locale) {
        return pages.reply(
                visit(request), ConversationPlace.CALL, text, new MessageId(answered), file, formKey, locale);
    }

    /** What is typed, kept as it is typed. */
    @PostMapping("/draft")
    ResponseEntity<Void> draft(@RequestParam String text, HttpServletRequest request) {
        return drafts.keep(visit(request), text)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    private ConversationVisit visit(HttpServletRequest request) {
        return reader.of(request, ConversationPlace.CALL).orElseThrow(NotFound::new);
    }
}
