package uk.anteroom.staffweb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.conversation.Drafts;
import uk.anteroom.conversation.MessageId;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.conversation.MessageText;
import uk.anteroom.conversation.Messages;
import uk.anteroom.conversation.Posting;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.MobileNumbers;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.RequestId;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.NotFound;

/** Receives the message form. What cannot be right comes back at its field with nothing lost. */
@Controller
@RequestMapping("/patients/{id}/messages")
class MessagesController {

    private final Patients patients;
    private final Messages conversation;
    private final Drafts drafts;
    private final ConversationCards cards;
    private final MobileNumbers numbers;
    private final MessageSource messages;
    private final MessagePlaces places;

    MessagesController(
            Patients patients,
            Messages conversation,
            Drafts drafts,
            ConversationCards cards,
            MobileNumbers numbers,
            MessageSource messages,
            MessagePlaces places) {
        this.patients = patients;
        this.conversation = conversation;
        this.drafts = drafts;
        this.cards = cards;
        this.numbers = numbers;
        this.messages = messages;
        this.places = places;
    }

    /** The conversation alone, for a page that shows it already. */
    @GetMapping
    ModelAndView conversation(
            StaffMember by, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID request) {
        Patient patient = patients.look(by, new PatientId(id)).orElseThrow(NotFound::new);
        return new ModelAndView(
                "staff/conversation",
                "conversation",
                cards.with(by, patient, request == null ? null : new RequestId(request)));
    }

    /** How many of the patient's messages nobody has read. */
    @GetMapping("/unread")
    @ResponseBody
    Map<String, Integer> unread(StaffMember by, @PathVariable UUID id) {
        return Map.of("unread", conversation.countUnread(by, new PatientId(id)));
    }

    @PostMapping
    ModelAndView send(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MessageKind messageKind,
            @RequestParam(defaultValue = "") String messageText,
            @RequestParam(defaultValue = "false") boolean messageSms,
            @RequestParam(defaultValue = "") String messageSmsTo,
            @RequestParam(defaultValue = "false") boolean messageAgreed,
            @RequestParam(defaultValue = "") List<UUID> file,
            @RequestParam(required = false) @Nullable UUID request,
            @RequestParam UUID formKey) {
        by.mustInvite();
        Patient patient = patients.look(by, new PatientId(id)).orElseThrow(NotFound::new);
        MessageForm form =
                new MessageForm(messageKind, messageText, messageSms, messageSmsTo, messageAgreed, file, null, formKey);
        Complaints complaints = new Complaints(messages, Locale.UK);
        MessageText text = complaints.valueOf("messageText", MessageText.read(messageText));
        if (messageKind == null) {
            complaints.about("messageKind", "message.kind.missing");
        }
        ContactPoint to = form.contact(patient, numbers, complaints);
        if (text != null && messageKind != null && to != null) {
            List<AttachmentId> files = file.stream().map(AttachmentId::new).toList();
            switch (conversation.send(by, patient.id(), messageKind, text, files, to, messageAgreed, formKey)) {
                case Posting.Sent sent -> {
                    return new ModelAndView("redirect:" + MessagePlaces.address(id, request) + "#conversation");
                }
                case Posting.OptedOut optedOut ->
                    complaints.about("messageAgreed", "invite.optedOut", patient.givenName());
                case Posting.NotSent notSent -> {
                    // the page says why, in the place of the form
                    return new ModelAndView("redirect:" + MessagePlaces.address(id, request));
                }
                case Posting.WithoutFiles withoutFiles -> complaints.about("messageFiles", "attachment.not-attached");
                case Posting.TooMany tooMany -> complaints.about("messageText", "message.tooMany");
            }
        }
        return places.writing(by, patient, request, form, complaints);
    }

    /** What is typed, kept as it is typed. */
    @PostMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draft(StaffMember by, @PathVariable UUID id, @RequestParam String text) {
        if (!drafts.keep(by, new PatientId(id), text)) {
            throw new NotFound();
        }
    }

    /** {@code Mark as read}: somebody has read what the patient wrote, and looks after it. */
    @PostMapping("/{message}/reading")
    String read(
            StaffMember by,
            @PathVariable UUID id,
            @PathVariable UUID message,
            @RequestParam(required = false) @Nullable UUID request) {
        conversation.read(by, new PatientId(id), new MessageId(message));
        return "redirect:" + MessagePlaces.address(id, request) + "#conversation";
    }
}
