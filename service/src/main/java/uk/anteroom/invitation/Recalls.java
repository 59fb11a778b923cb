package uk.anteroom.invitation;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.ConsultationState;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.consultation.PatientsTurn;
import uk.anteroom.delivery.Letter;
import uk.anteroom.delivery.Letters;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;

/** Calls patients back to the waiting room whose page is closed: with the same link, which leads a device that was there before straight in. */
@Service
public class Recalls {

    /** A text takes seconds to arrive; a second one within the minute says nothing new. */
    private static final Duration AT_MOST_EVERY = Duration.ofMinutes(1);

    private final InvitationStore store;
    private final Consultations consultations;
    private final Patients patients;
    private final Letters letters;
    private final Audit audit;
    private final Clock clock;
    private final PracticeTransactions transactions;

    Recalls(
            InvitationStore store,
            Consultations consultations,
            Patients patients,
            Letters letters,
            Audit audit,
            Clock clock,
            PracticeTransactions transactions) {
        this.store = store;
        this.consultations = consultations;
        this.patients = patients;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Where a patient can be called back: the number the link went to, else the one on the list, else the email address. */
    public Optional<ContactPoint> reaches(PracticeId practice, ConsultationId id) {
        return transactions.in(
                practice,
                () -> consultations
                        .find(practice, id)
                        .flatMap(consultation -> invitation(practice, id).map(found -> to(consultation, found))));
    }

    private ContactPoint to(Consultation consultation, Invitation invitation) {
        return switch (invitation.to()) {
            case MobileNumber mobile -> mobile;
            case EmailAddress email ->
                patients.find(consultation.practice(), consultation.patient())
                        .map(Patient::mobile)
                        .<ContactPoint>map(mobile -> mobile)
                        .orElse(email);
        };
    }

    /** The invitation somebody came with, the last one if there are several; only its link knows their device. */
    private Optional<Invitation> invitation(PracticeId practice, ConsultationId id) {
        return store.ofConsultation(practice, id).stream()
                .filter(Invitation::usable)
                .filter(found -> found.identityAt() != null)
                .max(Comparator.comparing(Invitation::identityAt));
    }

    /** {@code Text Rosa to come back}, at most once a minute. */
    public Recalling recall(StaffMember by, ConsultationId id) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            Recalling came = post(by.practice(), id);
            if (came == Recalling.POSTED) {
                audit.staff(by, "consultation.recalled", "consultation", id.value());
            }
            return came;
        });
    }

    /** Their turn has come, as they asked to be told. */
    @EventListener
    void on(PatientsTurn event) {
        post(event.practice(), event.consultation());
    }

    private Recalling post(PracticeId practice, ConsultationId id) {
        // two presses at once wait for each other here
        Optional<Consultation> waiting = consultations
                .hold(practice, id)
                .filter(consultation -> consultation.state() == ConsultationState.WAITING);
        Optional<Invitation> invitation = waiting.flatMap(found -> invitation(practice, id));
        if (invitation.isEmpty()) {
            return Recalling.NO_WAY;
        }
        boolean tooSoon = last(practice, invitation.get())
                .filter(letter -> letter.createdAt().plus(AT_MOST_EVERY).isAfter(clock.instant()))
                .isPresent();
        if (tooSoon) {
            return Recalling.TOO_SOON;
        }
        letters.post(
                practice,
                to(waiting.orElseThrow(), invitation.get()),
                RecallLetters.OCCASION,
                invitation.get().id().value());
        return Recalling.POSTED;
    }

    /** The last letter that called the patient of a consultation back, and what became of it. */
    public Optional<Letter> last(PracticeId practice, ConsultationId id) {
        return transactions.in(practice, () -> invitation(practice, id).flatMap(found -> last(practice, found)));
    }

    private Optional<Letter> last(PracticeId practice, Invitation invitation) {
        List<Letter> sent = letters.about(practice, invitation.id().value()).stream()
                .filter(letter -> letter.occasion().equals(RecallLetters.OCCASION))
                .toList();
        return sent.isEmpty() ? Optional.empty() : Optional.of(sent.getLast());
    }
}
