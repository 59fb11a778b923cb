package uk.anteroom.consultation;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.anteroom.audit.Audit;
import uk.anteroom.call.CallContinuedByPhone;
import uk.anteroom.call.CallContinuedByVideo;
import uk.anteroom.call.CallEnded;
import uk.anteroom.call.CallId;
import uk.anteroom.call.ParticipantAdmitted;
import uk.anteroom.call.ParticipantEntered;
import uk.anteroom.call.ParticipantRole;
import uk.anteroom.call.Veto;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;

/** Moves a consultation on with its call, in the same transaction; forbids what the consultation's state does not allow. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CallListener {

    private final ConsultationStore store;
    private final Staff staff;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    CallListener(ConsultationStore store, Staff staff, Audit audit, ApplicationEventPublisher events) {
        this.store = store;
        this.staff = staff;
        this.audit = audit;
        this.events = events;
    }

    @EventListener
    void on(ParticipantEntered event) {
        if (event.role() != ParticipantRole.PATIENT) {
            return;
        }
        with(event.practice(), event.call(), consultation -> {
            if (store.waiting(event.practice(), consultation.id())) {
                UUID patient = consultation.patient().value();
                audit.patient(
                        event.practice(),
                        patient,
                        "consultation.checked_in",
                        "consultation",
                        consultation.id().value());
                events.publishEvent(new PatientCheckedIn(event.practice(), consultation.id()));
            }
        });
    }

    @EventListener
    void on(ParticipantAdmitted event) {
        with(event.practice(), event.call(), consultation -> {
            if (consultation.state() == ConsultationState.LIVE) {
                return;
            }
            if (consultation.identityConfirmedAt() == null || !store.live(event.practice(), consultation.id())) {
                throw new Veto("The consultation cannot go live");
            }
            audit.staff(
                    holder(consultation),
                    "consultation.admitted",
                    "consultation",
                    consultation.id().value());
        });
    }

    @EventListener
    void on(CallEnded event) {
        with(event.practice(), event.call(), consultation -> {
            if (store.ended(event.practice(), consultation.id())) {
                audit.staff(
                        holder(consultation),
                        "consultation.ended",
                        "consultation",
                        consultation.id().value());
            }
        });
    }

    @EventListener
    void on(CallContinuedByPhone event) {
        goesOn(event.practice(), event.call(), true, "consultation.continued_by_phone");
    }

    @EventListener
    void on(CallContinuedByVideo event) {
        goesOn(event.practice(), event.call(), false, "consultation.continued_by_video");
    }

    private void goesOn(PracticeId practice, CallId call, boolean byPhone, String action) {
        with(practice, call, consultation -> {
            store.byPhone(practice, consultation.id(), byPhone);
            audit.staff(
                    holder(consultation),
                    action,
                    "consultation",
                    consultation.id().value());
        });
    }

    private StaffMember holder(Consultation consultation) {
        return staff.evenIfLeft(consultation.practice(), consultation.clinician());
    }

    private void with(PracticeId practice, CallId call, Consumer<Consultation> act) {
        Optional<Consultation> consultation = store.ofCall(practice, call);
        consultation.ifPresent(act);
    }
}
