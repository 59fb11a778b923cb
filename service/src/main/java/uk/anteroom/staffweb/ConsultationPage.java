package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationState;
import uk.anteroom.consultation.IdentityProof;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.ShownTimes;

/**
 * The video consultation page while somebody can still come or talk.
 *
 * @param needs what the patient needs; null if nothing is recorded
 * @param relay how to ring a patient whom it is no use to ring; null for everybody else
 * @param holds whether this is the clinician who has it, and so gets the camera and {@code Admit}
 * @param mayTakeOver whether they are a clinician who does not have it
 * @param state in the words of {@link ConsultationState}
 */
record ConsultationPage(
        String id,
        PatientBanner banner,
        String passUrl,
        String signalUrl,
        String pageUrl,
        String patientName,
        String patientFirstName,
        String patientBorn,
        String patientAge,
        String nhsNumber,
        @Nullable String patientPhone,
        @Nullable String patientPhoneHref,
        @Nullable NeedsCard needs,
        @Nullable String relay,
        @Nullable String identityConfirmedAt,
        @Nullable String identityBy,
        String clinicianName,
        boolean holds,
        boolean mayTakeOver,
        String state,
        @Nullable String requestHref,
        List<Sent> invitations) {

    /**
     * One invitation with its ladder.
     *
     * @param usable whether its link still works
     * @param href under which it can be resent, withdrawn and copied
     */
    record Sent(
            String href, String to, String channel, boolean oneOff, boolean usable, boolean withdrawn, Ladder ladder) {

        /** Where it stands, in one line. */
        public String line() {
            return withdrawn ? "Withdrawn" : ladder.line();
        }
    }

    static ConsultationPage of(
            PatientBanner banner,
            Consultation consultation,
            Patient patient,
            @Nullable NeedsCard needs,
            @Nullable String relay,
            StaffMember holder,
            StaffMember by,
            List<Sent> invitations,
            ShownTimes times) {
        String href = "/consultations/" + consultation.id();
        boolean holds = by.mayHoldConsultations() && holder.id().equals(by.id());
        return new ConsultationPage(
                consultation.id().toString(),
                banner,
                href + "/pass",
                "/signal",
                href,
                patient.name(),
                patient.givenName(),
                Born.shown(patient),
                Born.age(patient, times.today()),
                patient.nhsNumber().shown(),
                patient.mobile() == null ? null : patient.mobile().shown(),
                patient.mobile() == null ? null : Relay.href(patient.mobile(), relay != null),
                needs,
                relay,
                consultation.identityConfirmedAt() == null ? null : times.time(consultation.identityConfirmedAt()),
                proof(consultation.identityBy()),
                holder.name(),
                holds,
                by.mayHoldConsultations() && !holds,
                consultation.state().name(),
                consultation.request() == null ? null : "/requests/" + consultation.request(),
                invitations);
    }

    private static @Nullable String proof(@Nullable IdentityProof proof) {
        return proof == null ? null : proof == IdentityProof.BIRTH ? "date of birth" : "account";
    }
}
