package uk.anteroom.patientweb;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.conversation.ConversationVisit;
import uk.anteroom.conversation.ConversationVisits;
import uk.anteroom.conversation.Message;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Staff;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.ShownTimes;
import uk.anteroom.web.TextArea;

/** Shows the conversation to the patient; what is shown counts as read. */
@Component
class ConversationPages {

    private final ConversationVisits visits;
    private final Staff staff;
    private final MessageSource messages;
    private final ShownTimes times;

    ConversationPages(ConversationVisits visits, Staff staff, MessageSource messages, ShownTimes times) {
        this.visits = visits;
        this.staff = staff;
        this.messages = messages;
        this.times = times;
    }

    /** The page with its form: an empty one, or what was typed with what is wrong about it. */
    ModelAndView show(
            ConversationVisit visit, String typed, UUID formKey, boolean sent, Locale locale, Complaints complaints) {
        Practice practice = visit.practice();
        List<Message> conversation = visits.read(visit);
        Optional<Message> newest = conversation.stream()
                .filter(message -> !message.fromPatient())
                .reduce((earlier, later) -> later)
                .filter(Message::asksForReply);
        ModelAndView view = new ModelAndView(
                "patient/messages",
                "page",
                new ConversationPage(
                        practice.name(),
                        practice.telephone(),
                        practice.telephoneHref(),
                        conversation.stream()
                                .map(message -> row(practice, message, locale))
                                .toList(),
                        newest.map(message -> new ConversationPage.Reply(
                                        message.id().toString(),
                                        new TextArea(
                                                "text",
                                                messages.getMessage("message.reply.label", null, locale),
                                                null,
                                                complaints.at("text"),
                                                5,
                                                typed),
                                        formKey))
                                .orElse(null),
                        sent,
                        complaints.all()));
        if (complaints.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private ConversationPage.Row row(Practice practice, Message message, Locale locale) {
        return message.author() == null
                ? new ConversationPage.Row(
                        true,
                        messages.getMessage("message.you", null, locale),
                        times.dayAndTime(message.sentAt()),
                        message.text().parts(),
                        seen(practice, message, locale))
                : new ConversationPage.Row(
                        false,
                        staff.evenIfLeft(practice.id(), message.author()).name(),
                        times.dayAndTime(message.sentAt()),
                        message.text().parts(),
                        null);
    }

    private String seen(Practice practice, Message message, Locale locale) {
        return message.readAt() == null
                ? messages.getMessage("message.sent.to", new Object[] {practice.name()}, locale)
                : messages.getMessage(
                        "message.read.by", new Object[] {practice.name(), times.dayAndTime(message.readAt())}, locale);
    }
}
