package uk.anteroom.conversation;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.attachment.Attachments;
import uk.anteroom.attachment.Content;
import uk.anteroom.clinicalsystem.Document;
import uk.anteroom.clinicalsystem.DocumentWriter;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** Gives the files of messages to the record, as they are kept. */
@Component
class FileDocuments implements DocumentWriter {

    static final String KIND = "attachment";

    private final MessageStore store;
    private final Attachments attachments;
    private final MessageSource words;
    private final PracticeTransactions transactions;

    FileDocuments(MessageStore store, Attachments attachments, MessageSource words, PracticeTransactions transactions) {
        this.store = store;
        this.attachments = attachments;
        this.words = words;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Document> write(PracticeId practice, UUID subject) {
        AttachmentId id = new AttachmentId(subject);
        return attachments.read(practice, id).map(content -> document(content, messageOf(practice, id)));
    }

    private Document document(Content content, Message message) {
        return new Document(
                words.getMessage("attachment.document", new Object[] {content.name()}, Locale.UK),
                content.kind().mediaType(),
                content.bytes(),
                message.sentAt(),
                message.id().value());
    }

    private Message messageOf(PracticeId practice, AttachmentId id) {
        UUID message = Objects.requireNonNull(attachments.messageOf(practice, id), "files go with their message");
        return transactions.in(
                practice, () -> store.find(practice, new MessageId(message)).orElseThrow());
    }
}
