package uk.anteroom.invitation;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.ConsultationOver;
import uk.anteroom.consultation.ConsultationState;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.delivery.Letters;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.patient.NotInvitable;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientDeceased;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.RequestId;

/** The invitations the practice sends. Who comes back with one is told in {@link IdentityChecks}. */
@Service
public class Invitations {

    private final InvitationStore store;
    private final NewLinkStore newLinks;
    private final Consultations consultations;
    private final Attendance attendance;
    private final Patients patients;
    private final Letters letters;
    private final Practices practices;
    private final Limits limits;
    private final Secrets secrets;
    private final KernelSettings settings;
    private final Audit audit;
    private final PracticeTransactions transactions;

    Invitations(
            InvitationStore store,
            NewLinkStore newLinks,
            Consultations consultations,
            Attendance attendance,
            Patients patients,
            Letters letters,
            Practices practices,
            Limits limits,
            Secrets secrets,
            KernelSettings settings,
            Audit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.newLinks = newLinks;
        this.consultations = consultations;
        this.attendance = attendance;
        this.patients = patients;
        this.letters = letters;
        this.practices = practices;
        this.limits = limits;
        this.secrets = secrets;
        this.settings = settings;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Invites a patient: consultation, invitation and letter are one commit. The address or number is used for this invitation
     * only; the patient's own never changes.
     *
     * @param formKey names this press of the button; however often it arrives for this patient and place, it is one letter
     * @param optOutConfirmed whether somebody has said that the patient agreed, against a recorded opt-out
     */
    public Sending send(
            StaffMember by,
            Patient patient,
            StaffId clinician,
            @Nullable RequestId request,
            ContactPoint to,
            boolean optOutConfirmed,
            UUID formKey) {
        by.mustInvite();
        // Somebody who goes back to the form of before and corrects the number means another letter, with the same key
        // in the form.
        UUID press = UUID.nameUUIDFromBytes(
                (formKey + "|" + patient.id() + "|" + to.value()).getBytes(StandardCharsets.UTF_8));
        return transactions.in(by.practice(), () -> {
            Optional<Invitation> before = store.withFormKey(by.practice(), press);
            if (before.isPresent()) {
                return new Sending.Sent(
                        before.get().consultation(), before.get().id());
            }
            // as the list has them now, and until this is stored: whoever has died meanwhile is not written to
            Optional<NotInvitable> forbidden = patients.hold(by.practice(), patient.id())
                    .map(Patient::notInvitable)
                    .orElseGet(() -> Optional.of(NotInvitable.LEFT));
            if (forbidden.isPresent()) {
                return new Sending.NotInvited(forbidden.get());
            }
            if (patient.optedOutOf(to.channel()) && !optOutConfirmed) {
                return new Sending.OptedOut();
            }
            if (!withinLimits(by, patient, to)) {
                return new Sending.TooMany();
            }
            return store(by, patient, clinician, request, to, press);
        });
    }

    private Sending store(
            StaffMember by,
            Patient patient,
            StaffId clinician,
            @Nullable RequestId request,
            ContactPoint to,
            UUID press) {
        Practice practice = practices.get(by.practice());
        Consultation consultation = consultations.openFor(by, patient.id(), clinician, request);
        InvitationId id = new InvitationId(UUID.randomUUID());
        boolean oneOff = !patient.contact(to.channel()).equals(Optional.of(to));
        LinkToken token = LinkToken.draw(practice.publicCode(), secrets);
        if (!store.add(by.practice(), id, consultation.id(), to, oneOff, token, press, practice.linkLife(), by.id())) {
            // The same press raced us. The unique key waited for its commit, so it can be read now.
            Invitation first = store.withFormKey(by.practice(), press).orElseThrow();
            return new Sending.Sent(first.consultation(), first.id());
        }
        letters.post(by.practice(), to, InvitationLetters.OCCASION, id.value());
        newLinks.invited(by.practice(), patient.id(), by.id());
        audit.staff(by, "invitation.sent", "invitation", id.value());
        return new Sending.Sent(consultation.id(), id);
    }

    private boolean withinLimits(StaffMember by, Patient patient, ContactPoint to) {
        return limits.take(Limit.INVITATIONS_BY_STAFF, by.practice() + "/" + by.id())
                && limits.take(Limit.INVITATIONS_BY_PRACTICE, by.practice())
                && limits.take(Limit.INVITATIONS_TO_PATIENT, by.practice() + "/" + patient.id())
                && (!(to instanceof MobileNumber(String number)) || limits.take(Limit.SMS_TO_NUMBER, number));
    }

    /** The invitations to a consultation, newest first. */
    public List<Invitation> of(StaffMember by, ConsultationId consultation) {
        return transactions.in(by.practice(), () -> store.ofConsultation(by.practice(), consultation));
    }

    /** Sends the same link to the same place once more. False if the invitation is dead or there were too many. */
    public boolean resend(StaffMember by, InvitationId id) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            Optional<Invitation> alive = alive(by, id);
            boolean sent = alive.isPresent()
                    && limits.take(Limit.INVITATIONS_BY_STAFF, by.practice() + "/" + by.id())
                    && (!(alive.get().to() instanceof MobileNumber(String number))
                            || limits.take(Limit.SMS_TO_NUMBER, number));
            if (sent) {
                letters.post(by.practice(), alive.get().to(), InvitationLetters.OCCASION, id.value());
                audit.staff(by, "invitation.resent", "invitation", id.value());
            }
            return sent;
        });
    }

    /**
     * Takes an invitation back: its link is dead from then on, and whoever came by it is not let in. Does nothing during a call, which is ended
     * and not withdrawn.
     */
    public void withdraw(StaffMember by, InvitationId id) {
        by.mustInvite();
        transactions.in(by.practice(), () -> {
            Optional<Invitation> alive = alive(by, id).filter(invitation -> !isLive(invitation));
            if (alive.isPresent() && store.withdraw(by.practice(), id)) {
                audit.staff(by, "invitation.withdrawn", "invitation", id.value());
                boolean lastOne = store
                        .ofConsultation(by.practice(), alive.get().consultation())
                        .stream()
                        .noneMatch(Invitation::usable);
                if (lastOne) {
                    consultations.cancel(by, alive.get().consultation());
                } else if (alive.get().identityAt() != null) {
                    attendance.identityDoubted(by, alive.get().consultation());
                }
            }
        });
    }

    /** The link itself, for staff to copy; audited. Empty once the invitation is dead. */
    public Optional<URI> link(StaffMember by, InvitationId id) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            Optional<URI> link = alive(by, id)
                    .flatMap(invitation -> store.token(by.practice(), id))
                    .map(token -> settings.at("/v/" + token.value()));
            if (link.isPresent()) {
                audit.staff(by, "invitation.link_copied", "invitation", id.value());
            }
            return link;
        });
    }

    /** Nobody is written to who has died. A call that runs, or a patient who waits, says that the list is wrong: that goes on, and the banner tells. */
    @EventListener
    void on(PatientDeceased event) {
        consultations.ofPatient(event.practice(), event.patient()).stream()
                .filter(consultation -> consultation.state() == ConsultationState.INVITED)
                .forEach(consultation -> {
                    store.ofConsultation(event.practice(), consultation.id()).stream()
                            .filter(Invitation::usable)
                            .filter(invitation -> store.withdraw(event.practice(), invitation.id()))
                            .forEach(invitation -> audit.system(
                                    event.practice(),
                                    "invitation.withdrawn",
                                    "invitation",
                                    invitation.id().value()));
                    consultations.cancel(event.practice(), consultation.id());
                });
    }

    @EventListener
    void on(ConsultationOver event) {
        store.eraseLinks(event.practice(), event.consultation());
    }

    private boolean isLive(Invitation invitation) {
        return consultations
                .find(invitation.practice(), invitation.consultation())
                .filter(consultation -> consultation.state() == ConsultationState.LIVE)
                .isPresent();
    }

    private Optional<Invitation> alive(StaffMember by, InvitationId id) {
        return store.find(by.practice(), id)
                .filter(Invitation::usable)
                .filter(invitation -> consultations
                        .find(by.practice(), invitation.consultation())
                        .filter(Consultation::reachable)
                        .isPresent());
    }
}
