package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.needs.Needs;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Complaints;

/** Prepares the invitation form for whichever page shows it. */
@Component
class InviteCards {

    private final Staff staff;
    private final Practices practices;
    private final Consultations consultations;
    private final NeedsCards needs;

    InviteCards(Staff staff, Practices practices, Consultations consultations, NeedsCards needs) {
        this.staff = staff;
        this.practices = practices;
        this.consultations = consultations;
        this.needs = needs;
    }

    InviteCard card(
            StaffMember by,
            Patient patient,
            Needs needed,
            @Nullable String request,
            InvitationForm form,
            @Nullable Complaints complaints) {
        Practice practice = practices.get(by.practice());
        List<StaffMember> clinicians = staff.clinicians(by.practice());
        boolean alreadyOpen = consultations.ofPatient(by.practice(), patient.id()).stream()
                .map(Consultation::state)
                .anyMatch(state -> state.open());
        return InviteCard.of(
                patient,
                needs.inviting(needed, patient),
                by,
                clinicians,
                practice.name(),
                practice.linkLife().toHours(),
                alreadyOpen,
                request,
                form,
                complaints);
    }
}
