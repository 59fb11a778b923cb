package uk.anteroom.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.clinicalsystem.Document;
import uk.anteroom.clinicalsystem.DocumentWriter;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** Gives messages to the record, word by word. */
@Component
class MessageDocuments implements DocumentWriter {

    static final String KIND = "message";

    private final MessageStore store;
    private final MessageSource messages;
    private final PracticeTransactions transactions;

    MessageDocuments(MessageStore store, MessageSource messages, PracticeTransactions transactions) {
        this.store = store;
        this.messages = messages;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Document> write(PracticeId practice, UUID subject) {
        return transactions
                .in(practice, () -> store.find(practice, new MessageId(subject)))
                .map(message -> new Document(
                        messages.getMessage("message.document", null, Locale.UK),
                        "text/plain;charset=UTF-8",
                        message.text().value().getBytes(StandardCharsets.UTF_8),
                        message.sentAt(),
                        subject));
    }
}
