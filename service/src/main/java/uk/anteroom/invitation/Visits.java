package uk.anteroom.invitation;

import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.ConsultationState;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.Staff;

/** Where a link or a device leads. Looking changes nothing, however often and whoever looks. */
@Service
public class Visits {

    private final InvitationStore store;
    private final Consultations consultations;
    private final Practices practices;
    private final Staff staff;
    private final Audit audit;
    private final PracticeTransactions transactions;

    Visits(
            InvitationStore store,
            Consultations consultations,
            Practices practices,
            Staff staff,
            Audit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.consultations = consultations;
        this.practices = practices;
        this.staff = staff;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The practice a link belongs to, whether or not the link ever existed. */
    public Optional<Practice> practiceOf(LinkToken token) {
        return practices.withCode(token.publicCode()).map(practices::get);
    }

    /** Where a usable link leads; empty for one that is wrong, expired, withdrawn, locked or over. */
    public Optional<Visit> open(LinkToken token) {
        return practices
                .withCode(token.publicCode())
                .flatMap(practice -> transactions.in(
                        practice,
                        () -> store.withToken(practice, token)
                                .filter(Invitation::usable)
                                .flatMap(invitation -> visit(practice, invitation))
                                .filter(Visits::leadsSomewhere)));
    }

    /** The link into a patient's consultation, for whoever is signed in as them and has not their letter at hand; empty if none leads there. */
    public Optional<LinkToken> link(PracticeId practice, PatientId patient, ConsultationId consultation) {
        return transactions.in(
                practice,
                () -> store.ofConsultation(practice, consultation).stream()
                        .filter(Invitation::usable)
                        .filter(invitation -> visit(practice, invitation)
                                .filter(Visits::leadsSomewhere)
                                .filter(visit -> visit.consultation().patient().equals(patient))
                                .isPresent())
                        .findFirst()
                        .flatMap(invitation -> store.token(practice, invitation.id())));
    }

    /** A person, and not a scanner, has the page of this link in front of them. */
    public void seen(LinkToken token) {
        open(token)
                .ifPresent(visit -> transactions.in(
                        visit.practice().id(),
                        () -> store.opened(
                                visit.practice().id(), visit.invitation().id())));
    }

    /** The visit of a device that passed the check, also when the consultation is over meanwhile. */
    public Optional<Visit> of(DeviceKey device) {
        return practices
                .withCode(device.publicCode())
                .flatMap(practice -> transactions.in(
                        practice,
                        () -> store.ofDevice(practice, device.digest())
                                .filter(invitation -> invitation.withdrawnAt() == null)
                                .flatMap(invitation -> visit(practice, invitation))));
    }

    /** Forgets a device: it is asked who holds it when it comes back. The place is kept. */
    public void forget(DeviceKey device) {
        practices
                .withCode(device.publicCode())
                .ifPresent(practice -> transactions.in(practice, () -> {
                    Optional<Invitation> invitation = store.ofDevice(practice, device.digest());
                    if (store.unbind(practice, device.digest())) {
                        invitation.ifPresent(found -> audit.patient(
                                practice,
                                found.id().value(),
                                "device.forgotten",
                                "invitation",
                                found.id().value()));
                    }
                }));
    }

    private Optional<Visit> visit(PracticeId practice, Invitation invitation) {
        return consultations
                .find(practice, invitation.consultation())
                .map(consultation -> new Visit(
                        practices.get(practice),
                        staff.evenIfLeft(practice, consultation.clinician()),
                        consultation,
                        invitation));
    }

    /** A link lives until there is an outcome, or its time is over; but never dies while somebody waits or talks. */
    private static boolean leadsSomewhere(Visit visit) {
        Consultation consultation = visit.consultation();
        boolean inUse =
                consultation.state() == ConsultationState.WAITING || consultation.state() == ConsultationState.LIVE;
        return consultation.reachable() && (inUse || visit.invitation().young());
    }
}
