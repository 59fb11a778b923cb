package uk.anteroom.attachment;

import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeId;

/** Writes down what became of a file, as the act of whoever sends it. */
@Component
class AttachmentAudit {

    private static final String KIND = "attachment";

    private final Audit audit;

    AttachmentAudit(Audit audit) {
        this.audit = audit;
    }

    void sender(Attachment attachment, String act) {
        FileOwner owner = attachment.owner();
        if (owner.by() == null) {
            audit.patient(
                    attachment.practice(),
                    // whoever asks is known by their request alone
                    owner.patient() == null
                            ? Objects.requireNonNull(owner.request())
                            : owner.patient().value(),
                    act,
                    KIND,
                    attachment.id().value());
        } else {
            audit.staff(
                    attachment.practice(),
                    owner.by(),
                    act,
                    KIND,
                    attachment.id().value());
        }
    }

    void system(PracticeId practice, AttachmentId id, String act) {
        audit.system(practice, act, KIND, id.value());
    }
}
