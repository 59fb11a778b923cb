package uk.anteroom.messagetemplate;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.StaffMember;

/** The texts a practice keeps for its messages. A practice manager keeps them; everybody who writes to patients uses them. */
@Service
public class MessageTemplates {

    /** More than anybody finds their way in, and few enough to stand in one list. */
    public static final int MOST = 200;

    private final MessageTemplateStore store;
    private final Practices practices;
    private final Audit audit;
    private final PracticeTransactions transactions;

    MessageTemplates(MessageTemplateStore store, Practices practices, Audit audit, PracticeTransactions transactions) {
        this.store = store;
        this.practices = practices;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** All of the practice, by name. */
    public List<MessageTemplate> all(StaffMember by) {
        return transactions.in(by.practice(), () -> store.all(by.practice()));
    }

    /** One of them; empty if it is not there, or not this practice's. */
    public Optional<MessageTemplate> find(StaffMember by, TemplateId id) {
        return transactions.in(by.practice(), () -> store.find(by.practice(), id));
    }

    /**
     * Keeps a template as it was typed.
     *
     * @param id drawn by the form that adds one: of two presses of its button the second finds what the first has done
     * @param version the one that was on the page; 0 if the template is new
     */
    public Saving save(
            StaffMember by, TemplateId id, int version, TemplateName name, MessageKind kind, TemplateText text) {
        by.mustManage();
        return transactions.in(by.practice(), () -> {
            store.hold(by.practice());
            return once(by, id, version, name, kind, text);
        });
    }

    private Saving once(
            StaffMember by, TemplateId id, int version, TemplateName name, MessageKind kind, TemplateText text) {
        PracticeId practice = by.practice();
        Optional<MessageTemplate> now = store.find(practice, id);
        if (now.isPresent() && now.get().says(name, kind, text)) {
            return new Saving.Done();
        }
        if (now.isPresent() && now.get().version() != version) {
            return new Saving.Changed(now.get());
        }
        if (now.isEmpty() && version != 0) {
            return new Saving.Gone();
        }
        if (store.isNamed(practice, name, id)) {
            return new Saving.NameTaken();
        }
        if (now.isPresent()) {
            store.change(practice, id, name, kind, text, by.id());
            audit.staff(by, "message_template.changed", "message_template", id.value());
            return new Saving.Done();
        }
        if (store.count(practice) >= MOST) {
            return new Saving.TooMany();
        }
        store.add(practice, id, name, kind, text, by.id());
        audit.staff(by, "message_template.added", "message_template", id.value());
        return new Saving.Done();
    }

    /** Deletes the version that was on the page. What was written with it stays as it is. */
    public Saving.Deleting delete(StaffMember by, TemplateId id, int version) {
        by.mustManage();
        PracticeId practice = by.practice();
        return transactions.in(practice, () -> {
            store.hold(practice);
            Optional<MessageTemplate> now = store.find(practice, id);
            if (now.isEmpty()) {
                return new Saving.Gone();
            }
            if (now.get().version() != version) {
                return new Saving.Changed(now.get());
            }
            store.delete(practice, id);
            audit.staff(by, "message_template.deleted", "message_template", id.value());
            return new Saving.Done();
        });
    }

    /** What placeholders become when this member of staff writes to somebody of that first name. */
    public Filling filling(StaffMember writer, String firstName) {
        return Filling.of(firstName, writer, practices.get(writer.practice()));
    }
}
