package uk.anteroom.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import uk.anteroom.attachment.Attachment;
import uk.anteroom.attachment.AttachmentChanged;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.attachment.AttachmentState;
import uk.anteroom.attachment.Attachments;
import uk.anteroom.attachment.Content;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffMember;

/** The files of messages, for both sides: whoever may read the conversation may open them once they were scanned, and each time is audited. */
@Service
public class ConversationFiles {

    private final MessageStore store;
    private final Attachments attachments;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    ConversationFiles(
            MessageStore store,
            Attachments attachments,
            Audit audit,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.store = store;
        this.attachments = attachments;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /** Those of each message, in their order, by the message's id. */
    public Map<UUID, List<Attachment>> of(PracticeId practice, Collection<Message> messages) {
        return attachments.ofMessages(
                practice, messages.stream().map(message -> message.id().value()).collect(Collectors.toSet()));
    }

    /** What one of the conversation with a patient is, if it can be opened. */
    public Optional<Attachment> find(StaffMember by, PatientId patient, AttachmentId file) {
        by.mustInvite();
        return find(by.practice(), patient, file);
    }

    /** The same for the patient. */
    public Optional<Attachment> find(ConversationVisit visit, AttachmentId file) {
        return find(visit.practice().id(), visit.patient(), file);
    }

    private Optional<Attachment> find(PracticeId practice, PatientId patient, AttachmentId file) {
        return attachments.find(practice, file, patient).filter(found -> found.state() == AttachmentState.CLEAN);
    }

    /** One of the conversation with a patient; empty if there is none, or it must not be opened. */
    public Optional<Content> open(StaffMember by, PatientId patient, AttachmentId file) {
        by.mustInvite();
        Optional<Content> content = content(by.practice(), patient, file);
        String act = content.isPresent() ? "attachment.opened" : "attachment.not_found";
        transactions.in(by.practice(), () -> audit.staff(by, act, "attachment", file.value()));
        return content;
    }

    /** The same for the patient. */
    public Optional<Content> open(ConversationVisit visit, AttachmentId file) {
        PracticeId practice = visit.practice().id();
        Optional<Content> content = content(practice, visit.patient(), file);
        content.ifPresent(opened -> transactions.in(
                practice,
                () -> audit.patient(practice, visit.by().value(), "attachment.opened", "attachment", file.value())));
        return content;
    }

    private Optional<Content> content(PracticeId practice, PatientId patient, AttachmentId file) {
        return attachments.find(practice, file, patient).flatMap(found -> attachments.read(practice, file));
    }

    /** A small picture of one, as it stands in the conversation. */
    public Optional<byte[]> picture(StaffMember by, PatientId patient, AttachmentId file) {
        by.mustInvite();
        return picture(by.practice(), patient, file);
    }

    /** The same for the patient. */
    public Optional<byte[]> picture(ConversationVisit visit, AttachmentId file) {
        return picture(visit.practice().id(), visit.patient(), file);
    }

    private Optional<byte[]> picture(PracticeId practice, PatientId patient, AttachmentId file) {
        return attachments.find(practice, file, patient).flatMap(found -> attachments.thumbnail(practice, file));
    }

    /** What was waiting can be opened now, or never. */
    @EventListener
    void on(AttachmentChanged changed) {
        if (changed.message() != null) {
            store.changed(changed.practice(), new MessageId(changed.message()));
        }
        events.publishEvent(new ConversationChanged(changed.practice(), changed.patient()));
    }
}
