package uk.anteroom.patientweb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.attachment.Attachment;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.attachment.Attachments;
import uk.anteroom.attachment.FileOwner;
import uk.anteroom.conversation.ConversationFiles;
import uk.anteroom.conversation.ConversationVisit;
import uk.anteroom.conversation.ConversationVisits;
import uk.anteroom.conversation.Drafts;
import uk.anteroom.conversation.Message;
import uk.anteroom.conversation.MessageId;
import uk.anteroom.conversation.MessageText;
import uk.anteroom.fileexchange.FileReader;
import uk.anteroom.fileexchange.FileRow;
import uk.anteroom.fileexchange.FileRows;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Staff;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.ShownTimes;
import uk.anteroom.web.TextArea;

/** Shows the conversation to the patient, and takes in what they reply. What is shown counts as read. */
@Component
class ConversationPages {

    private final ConversationVisits visits;
    private final Drafts drafts;
    private final ConversationFiles conversationFiles;
    private final Attachments attachments;
    private final FileRows fileRows;
    private final Staff staff;
    private final Patients patients;
    private final MessageSource messages;
    private final ShownTimes times;

    ConversationPages(
            ConversationVisits visits,
            Drafts drafts,
            ConversationFiles conversationFiles,
            Attachments attachments,
            FileRows fileRows,
            Staff staff,
            Patients patients,
            MessageSource messages,
            ShownTimes times) {
        this.visits = visits;
        this.drafts = drafts;
        this.conversationFiles = conversationFiles;
        this.attachments = attachments;
        this.fileRows = fileRows;
        this.staff = staff;
        this.patients = patients;
        this.messages = messages;
        this.times = times;
    }

    /** With what was begun before in the form. */
    ModelAndView show(ConversationVisit visit, ConversationPlace place, boolean sent, Locale locale) {
        return show(
                visit,
                place,
                drafts.of(visit),
                List.of(),
                UUID.randomUUID(),
                sent,
                locale,
                new Complaints(messages, locale));
    }

    /**
     * Sends a reply and leads back to the conversation, or shows what was typed with what is wrong about it.
     *
     * @param answered the message that asks for it
     * @param files that were sent before, to be attached
     * @param formKey names this press of the button
     */
    ModelAndView reply(
            ConversationVisit visit,
            ConversationPlace place,
            String text,
            MessageId answered,
            List<UUID> files,
            UUID formKey,
            Locale locale) {
        Complaints complaints = new Complaints(messages, locale);
        MessageText read = complaints.valueOf("text", MessageText.read(text));
        if (read != null) {
            String telephone = visit.practice().telephone();
            List<AttachmentId> ids = files.stream().map(AttachmentId::new).toList();
            switch (visits.reply(visit, answered, read, ids, formKey)) {
                case SENT -> {
                    return new ModelAndView("redirect:" + place.address() + "?sent");
                }
                case WITHOUT_FILES -> complaints.about("files", "attachment.not-attached");
                case NOT_ALLOWED -> complaints.about("text", "message.reply.notAllowed", telephone);
                case NOT_ASKED -> complaints.about("text", "message.reply.notAsked", telephone);
                case TOO_MANY -> complaints.about("text", "message.reply.tooMany", telephone);
            }
        }
        return show(visit, place, text, files, formKey, false, locale, complaints);
    }

    private ModelAndView show(
            ConversationVisit visit,
            ConversationPlace place,
            String typed,
            List<UUID> files,
            UUID formKey,
            boolean sent,
            Locale locale,
            Complaints complaints) {
        Practice practice = visit.practice();
        List<Message> conversation = visits.read(visit);
        Map<UUID, List<Attachment>> attached = conversationFiles.of(practice.id(), conversation);
        Optional<Message> newest = conversation.stream()
                .filter(message -> !message.fromPatient())
                .reduce((earlier, later) -> later)
                .filter(Message::asksForReply)
                .filter(asked -> visits.mayWrite(visit));
        ModelAndView view = new ModelAndView(
                place.view(),
                "page",
                new ConversationPage(
                        place.address(),
                        place == ConversationPlace.CALL,
                        place == ConversationPlace.ACCOUNT || place == ConversationPlace.CARER,
                        practice.name(),
                        practice.telephone(),
                        practice.telephoneHref(),
                        conversation.stream()
                                .map(message -> row(
                                        visit, message, rows(message, attached, place.reader(visit), locale), locale))
                                .toList(),
                        newest.map(message -> new ConversationPage.Reply(
                                        message.id().toString(),
                                        new TextArea(
                                                "text",
                                                messages.getMessage("message.reply.label", null, locale),
                                                typed.isEmpty() || complaints.any()
                                                        ? null
                                                        : messages.getMessage("message.reply.draft", null, locale),
                                                complaints.at("text"),
                                                5,
                                                typed),
                                        attached(visit, files),
                                        complaints.at("files"),
                                        formKey))
                                .orElse(null),
                        visit.carer() == null || newest.isEmpty() ? null : name(visit, visit.patient()),
                        sent,
                        complaints.all()));
        if (complaints.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private List<FileRow> rows(Message message, Map<UUID, List<Attachment>> files, FileReader reader, Locale locale) {
        return fileRows.of(message.id().value(), files, reader, locale);
    }

    private List<ConversationPage.Attached> attached(ConversationVisit visit, List<UUID> files) {
        return files.stream()
                .flatMap(file -> attachments
                        .find(
                                visit.practice().id(),
                                new AttachmentId(file),
                                FileOwner.conversation(visit.patient(), null))
                        .filter(Attachment::kept)
                        .stream())
                .map(file -> new ConversationPage.Attached(file.id().toString(), file.name()))
                .toList();
    }

    private ConversationPage.Row row(ConversationVisit visit, Message message, List<FileRow> files, Locale locale) {
        Practice practice = visit.practice();
        return message.author() == null
                ? new ConversationPage.Row(
                        true,
                        writer(visit, message, locale),
                        times.dayAndTime(message.sentAt()),
                        message.text().parts(),
                        files,
                        seen(practice, message, locale))
                : new ConversationPage.Row(
                        false,
                        staff.evenIfLeft(practice.id(), message.author()).name(),
                        times.dayAndTime(message.sentAt()),
                        message.text().parts(),
                        files,
                        null);
    }

    /** The patient's side may be two people: who of them reads is told apart from the other. */
    private String writer(ConversationVisit visit, Message message, Locale locale) {
        PatientId wrote =
                message.carer() == null ? message.patient() : message.carer().id();
        if (wrote.equals(visit.by())) {
            return messages.getMessage("message.you", null, locale);
        }
        String name = name(visit, wrote);
        return visit.carer() == null ? messages.getMessage("message.for-you", new Object[] {name}, locale) : name;
    }

    private String name(ConversationVisit visit, PatientId patient) {
        return patients.find(visit.practice().id(), patient).map(Patient::name).orElse("");
    }

    private String seen(Practice practice, Message message, Locale locale) {
        return message.readAt() == null
                ? messages.getMessage("message.sent.to", new Object[] {practice.name()}, locale)
                : messages.getMessage(
                        "message.read.by", new Object[] {practice.name(), times.dayAndTime(message.readAt())}, locale);
    }
}
