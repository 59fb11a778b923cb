package uk.anteroom.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.attachment.Attachments;
import uk.anteroom.attachment.FileOwner;
import uk.anteroom.audit.Audit;
import uk.anteroom.carer.Carers;
import uk.anteroom.consultation.IdentityProof;
import uk.anteroom.invitation.GuardedLink;
import uk.anteroom.invitation.IdentityCheck;
import uk.anteroom.invitation.IdentityQuestions;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.patient.Carer;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Practices;

/** The patient's side of a conversation: where a link or a device leads, what is read there, and the reply. Opening a link changes nothing. */
@Service
public class ConversationVisits {

    /** Enough to read and to answer in peace; a telephone that is passed on afterwards asks again who holds it. */
    private static final Duration BELIEVED = Duration.ofHours(1);

    private final MessageStore store;
    private final MessageLinkStore links;
    private final DraftStore drafts;
    private final Attachments attachments;
    private final IdentityQuestions questions;
    private final Patients patients;
    private final Carers carers;
    private final Practices practices;
    private final Limits limits;
    private final Secrets secrets;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    ConversationVisits(
            MessageStore store,
            MessageLinkStore links,
            DraftStore drafts,
            Attachments attachments,
            IdentityQuestions questions,
            Patients patients,
            Carers carers,
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
        this.questions = questions;
        this.patients = patients;
        this.carers = carers;
        this.practices = practices;
        this.limits = limits;
        this.secrets = secrets;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /** Where a usable link leads; empty for one that is wrong, too old or closed. */
    public Optional<ConversationVisit> open(LinkToken token) {
        return usable(token).map(this::visit);
    }

    /** Whether the patient has an account and so signs in instead of giving a date of birth. */
    public boolean needsAccount(LinkToken token) {
        return usable(token)
                .filter(link -> questions.needsAccount(new Guarded(link)))
                .isPresent();
    }

    /** Checks a date of birth, as {@link IdentityQuestions#byBirth}. */
    public IdentityCheck byBirth(LinkToken token, DateOfBirth given, String address) {
        Optional<MessageLink> link = usable(token);
        return link.isEmpty()
                ? new IdentityCheck.Refused()
                : questions.byBirth(new Guarded(link.get()), given, address);
    }

    /** Checks an account, as {@link IdentityQuestions#byAccount}. */
    public IdentityCheck byAccount(LinkToken token, String email, String password, String address) {
        Optional<MessageLink> link = usable(token);
        return link.isEmpty()
                ? new IdentityCheck.Refused()
                : questions.byAccount(new Guarded(link.get()), email, password, address);
    }

    /** Lets in whoever is signed in to the right account, as {@link IdentityQuestions#byVisit}. */
    public IdentityCheck byVisit(LinkToken token, AccountVisit signedIn, String address) {
        Optional<MessageLink> link = usable(token);
        return link.isEmpty()
                ? new IdentityCheck.Refused()
                : questions.byVisit(new Guarded(link.get()), signedIn, address);
    }

    /** The conversation a device was let into a while ago. */
    public Optional<ConversationVisit> of(DeviceKey device) {
        return practices
                .withCode(device.publicCode())
                .flatMap(practice -> transactions.in(
                        practice,
                        () -> links.ofDevice(practice, device.digest(), BELIEVED)
                                .filter(link -> alive(practice, link.patient()))
                                .map(this::visit)));
    }

    /** The conversation, oldest first, as it is shown to the patient now: what stands in it counts as read. */
    public List<Message> read(ConversationVisit visit) {
        PracticeId practice = visit.practice().id();
        return transactions.in(practice, () -> {
            List<Message> messages = store.ofPatient(practice, visit.patient());
            List<MessageId> fresh = store.shown(
                    practice,
                    visit.patient(),
                    messages.stream().map(Message::id).toList());
            fresh.forEach(id -> audit.patient(practice, visit.by().value(), "message.read", "message", id.value()));
            if (!fresh.isEmpty()) {
                events.publishEvent(new ConversationChanged(practice, visit.patient()));
            }
            return messages;
        });
    }

    /** How many messages have come that were not shown to the patient yet. */
    public int countUnread(ConversationVisit visit) {
        PracticeId practice = visit.practice().id();
        return transactions.in(practice, () -> store.countUnread(practice, visit.patient(), false));
    }

    /** Whether whoever stands there may answer: the patient, or a carer whom the practice lets write. */
    public boolean mayWrite(ConversationVisit visit) {
        return visit.carer() == null || writing(visit).isPresent();
    }

    private Optional<Carer> writing(ConversationVisit visit) {
        return Optional.ofNullable(visit.carer())
                .flatMap(carer -> carers.writing(visit.practice().id(), carer, visit.patient()));
    }

    /**
     * The patient, or a carer for them, answers a message that asks for it, also when the practice has written again meanwhile.
     *
     * @param files received before; all of them are attached, or nothing is sent
     * @param formKey names this press of the button; however often it arrives with the same words, it is one reply
     */
    public Replying reply(
            ConversationVisit visit, MessageId answered, MessageText text, List<AttachmentId> files, UUID formKey) {
        PracticeId practice = visit.practice().id();
        PatientId patient = visit.patient();
        UUID press = Messages.press(formKey, patient, files + "|" + text.value());
        try {
            return transactions.in(practice, () -> once(visit, answered, text, files, press));
        } catch (FilesGone e) {
            return Replying.WITHOUT_FILES;
        }
    }

    private Replying once(
            ConversationVisit visit, MessageId answered, MessageText text, List<AttachmentId> files, UUID press) {
        PracticeId practice = visit.practice().id();
        PatientId patient = visit.patient();
        if (store.withFormKey(practice, press).isPresent()) {
            return Replying.SENT;
        }
        Optional<Carer> carer = writing(visit);
        if (visit.carer() != null && carer.isEmpty()) {
            return Replying.NOT_ALLOWED;
        }
        boolean asked = store.find(practice, answered)
                .filter(message -> message.patient().equals(patient))
                .filter(Message::asksForReply)
                .isPresent();
        if (!asked) {
            return Replying.NOT_ASKED;
        }
        if (!limits.take(Limit.REPLIES_BY_PATIENT, practice + "/" + patient)) {
            return Replying.TOO_MANY;
        }
        MessageId id = new MessageId(UUID.randomUUID());
        if (store.add(practice, id, patient, null, carer.orElse(null), null, text, press)) {
            if (!attachments.attach(practice, FileOwner.conversation(patient, null), id.value(), files)) {
                throw new FilesGone();
            }
            drafts.drop(practice, patient, visit.by().value());
            audit.patient(practice, visit.by().value(), "message.replied", "message", id.value());
            events.publishEvent(new ConversationChanged(practice, patient));
            events.publishEvent(new MessageReplied(practice, id));
        }
        return Replying.SENT;
    }

    /** Forgets a device: it is asked who holds it when it comes back. */
    public void forget(DeviceKey device) {
        practices
                .withCode(device.publicCode())
                .ifPresent(practice -> transactions.in(practice, () -> {
                    Optional<MessageLink> link = links.ofDevice(practice, device.digest(), BELIEVED);
                    if (links.unbind(practice, device.digest())) {
                        link.ifPresent(found -> audit.patient(
                                practice,
                                found.patient().value(),
                                "device.forgotten",
                                "message",
                                found.message().value()));
                    }
                }));
    }

    private Optional<MessageLink> usable(LinkToken token) {
        return practices
                .withCode(token.publicCode())
                .flatMap(practice -> transactions.in(
                        practice,
                        () -> links.withToken(practice, token)
                                .filter(MessageLink::usable)
                                .filter(link -> alive(practice, link.patient()))));
    }

    /** Whoever holds the link of somebody who has died is somebody else. */
    private boolean alive(PracticeId practice, PatientId patient) {
        return patients.find(practice, patient)
                .filter(found -> found.deceasedAt() == null)
                .isPresent();
    }

    private ConversationVisit visit(MessageLink link) {
        return new ConversationVisit(practices.get(link.practice()), link.patient());
    }

    /** A message's link, which opens only for the patient of the conversation. */
    private final class Guarded implements GuardedLink {

        private final MessageLink link;

        Guarded(MessageLink link) {
            this.link = link;
        }

        @Override
        public PracticeId practice() {
            return link.practice();
        }

        @Override
        public String kind() {
            return "message";
        }

        @Override
        public UUID id() {
            return link.message().value();
        }

        @Override
        public PatientId patient() {
            return link.patient();
        }

        @Override
        public int attemptsLeft() {
            return link.attemptsLeft();
        }

        @Override
        public Optional<Integer> takeAttempt() {
            return links.takeAttempt(link.practice(), link.message());
        }

        @Override
        public void lock() {
            links.lock(link.practice(), link.message());
        }

        @Override
        public void otherAccount() {
            links.otherAccount(link.practice(), link.message());
            store.changed(link.practice(), link.message());
            events.publishEvent(new ConversationChanged(link.practice(), link.patient()));
        }

        @Override
        public DeviceKey passed(IdentityProof by) {
            DeviceKey device = DeviceKey.draw(practices.get(link.practice()).publicCode(), secrets);
            links.passed(link.practice(), link.message(), by);
            links.bind(link.practice(), device.digest(), link.message());
            return device;
        }
    }
}
