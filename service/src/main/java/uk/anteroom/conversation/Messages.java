package uk.anteroom.conversation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.attachment.Attachments;
import uk.anteroom.attachment.FileOwner;
import uk.anteroom.audit.Audit;
import uk.anteroom.clinicalsystem.RecordEntries;
import uk.anteroom.delivery.Letters;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.patient.NotInvitable;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.StaffMember;

/** The practice's side of its conversations with patients. The patient's side is {@link ConversationVisits}. */
@Service
public class Messages {

    /** Longer than an invitation's: nobody waits for the patient at the other end, and people read letters after their holidays. */
    static final Duration LINK_LIFE = Duration.ofDays(14);

    private final MessageStore store;
    private final MessageLinkStore links;
    private final DraftStore drafts;
    private final Attachments attachments;
    private final Patients patients;
    private final Letters letters;
    private final RecordEntries entries;
    private final FilesForRecord recordFiles;
    private final Practices practices;
    private final Limits limits;
    private final Secrets secrets;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    Messages(
            MessageStore store,
            MessageLinkStore links,
            DraftStore drafts,
            Attachments attachments,
            Patients patients,
            Letters letters,
            RecordEntries entries,
            FilesForRecord recordFiles,
            Practices practices,
            Limits limits,
            Secrets secrets,
            Audit audit,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.store = store;
        this.links = links;
        this.drafts = drafts;
        this.attachments = attachments;
        this.patients = patients;
        this.letters = letters;
        this.entries = entries;
        this.recordFiles = recordFiles;
        this.practices = practices;
        this.limits = limits;
        this.secrets = secrets;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Writes to a patient: message, link, letter and what goes into the record are one commit. The address or number is used for this message only; the
     * patient's own never changes.
     *
     * @param optOutConfirmed whether somebody has said that the patient agreed, against a recorded opt-out
     * @param files received before; all of them are attached, or nothing is sent
     * @param formKey names this press of the button; however often it arrives with the same words for the same place, it is one message
     */
    public Posting send(
            StaffMember by,
            PatientId patient,
            MessageKind kind,
            MessageText text,
            List<AttachmentId> files,
            ContactPoint to,
            boolean optOutConfirmed,
            UUID formKey) {
        by.mustInvite();
        // the form of before, gone back to and changed, is another message with the same key in the form
        UUID press = press(formKey, patient, kind + "|" + to.value() + "|" + files + "|" + text.value());
        try {
            return transactions.in(
                    by.practice(), () -> once(by, patient, kind, text, files, to, optOutConfirmed, press));
        } catch (FilesGone e) {
            return new Posting.WithoutFiles();
        }
    }

    private Posting once(
            StaffMember by,
            PatientId patient,
            MessageKind kind,
            MessageText text,
            List<AttachmentId> files,
            ContactPoint to,
            boolean optOutConfirmed,
            UUID press) {
        Optional<Message> before = store.withFormKey(by.practice(), press);
        if (before.isPresent()) {
            return new Posting.Sent(before.get().id());
        }
        // as the list has them now, and until this is stored: whoever has died meanwhile is not written to
        Optional<Patient> listed = patients.hold(by.practice(), patient);
        Optional<NotInvitable> forbidden =
                listed.map(Patient::notInvitable).orElseGet(() -> Optional.of(NotInvitable.LEFT));
        if (forbidden.isPresent()) {
            return new Posting.NotSent(forbidden.get());
        }
        if (listed.orElseThrow().optedOutOf(to.channel()) && !optOutConfirmed) {
            return new Posting.OptedOut();
        }
        if (!withinLimits(by, patient, to)) {
            return new Posting.TooMany();
        }
        return store(by, patient, kind, text, files, to, press);
    }

    private Posting store(
            StaffMember by,
            PatientId patient,
            MessageKind kind,
            MessageText text,
            List<AttachmentId> files,
            ContactPoint to,
            UUID press) {
        MessageId id = new MessageId(UUID.randomUUID());
        if (!store.add(by.practice(), id, patient, by.id(), null, kind, text, press)) {
            // The same press raced us. The unique key waited for its commit, so it can be read now.
            return new Posting.Sent(
                    store.withFormKey(by.practice(), press).orElseThrow().id());
        }
        if (!attachments.attach(by.practice(), FileOwner.conversation(patient, by.id()), id.value(), files)) {
            throw new FilesGone();
        }
        drafts.drop(by.practice(), patient, by.id().value());
        links.eraseDead(by.practice(), patient);
        links.add(by.practice(), id, LinkToken.draw(practices.get(by.practice()).publicCode(), secrets), LINK_LIFE);
        letters.post(by.practice(), to, Message.OCCASION, id.value());
        audit.staff(by, "message.sent", "message", id.value());
        events.publishEvent(new ConversationChanged(by.practice(), patient));
        if (kind == MessageKind.REPLY_NOT_REQUIRED_SAVE) {
            entries.file(by, patient, MessageDocuments.KIND, id.value());
            recordFiles.file(by.practice(), patient);
        }
        return new Posting.Sent(id);
    }

    private boolean withinLimits(StaffMember by, PatientId patient, ContactPoint to) {
        return limits.take(Limit.MESSAGES_BY_STAFF, by.practice() + "/" + by.id())
                && limits.take(Limit.MESSAGES_TO_PATIENT, by.practice() + "/" + patient)
                && (!(to instanceof MobileNumber(String number)) || limits.take(Limit.SMS_TO_NUMBER, number));
    }

    /** The conversation with a patient, oldest first; the look is audited. */
    public List<Message> with(StaffMember by, PatientId patient) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            audit.staff(by, "conversation.viewed", "patient", patient.value());
            return store.ofPatient(by.practice(), patient);
        });
    }

    /** At which of a patient's links somebody signed in to another patient's account and was refused, and when; not where the patient came afterwards. */
    public Map<MessageId, Instant> otherAccounts(StaffMember by, PatientId patient) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> links.otherAccounts(by.practice(), patient));
    }

    /** What patients have written and nobody has read, the longest waiting first. */
    public List<Message> unread(StaffMember by) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> store.unread(by.practice()));
    }

    /** How many of those there are. */
    public int countUnread(StaffMember by) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> store.countUnread(by.practice()));
    }

    /** How many there are of one patient. */
    public int countUnread(StaffMember by, PatientId patient) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> store.countUnread(by.practice(), patient, true));
    }

    /** Somebody has read what a patient wrote. */
    public void read(StaffMember by, PatientId patient, MessageId id) {
        by.mustInvite();
        transactions.in(by.practice(), () -> {
            if (store.read(by.practice(), patient, id, by.id())) {
                audit.staff(by, "message.read", "message", id.value());
                events.publishEvent(new ConversationChanged(by.practice(), patient));
            }
        });
    }

    /** When something was written, read or scanned last in any conversation of a practice; empty if nothing ever was. */
    public Optional<Instant> lastChange(PracticeId practice) {
        return transactions.in(practice, () -> store.lastChange(practice));
    }

    /** Names a press of a button by the key in its form, whose conversation it is, and what was sent. */
    static UUID press(UUID formKey, PatientId patient, String said) {
        return UUID.nameUUIDFromBytes((formKey + "|" + patient + "|" + said).getBytes(StandardCharsets.UTF_8));
    }
}
