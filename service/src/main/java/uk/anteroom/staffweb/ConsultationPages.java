package uk.anteroom.staffweb;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.anteroom.attempt.Attempts;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Participant;
import uk.anteroom.clinicalsystem.ConsultationCoding;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Outcomes;
import uk.anteroom.consultation.RecordedOutcome;
import uk.anteroom.delivery.Letter;
import uk.anteroom.delivery.Letters;
import uk.anteroom.invitation.Invitation;
import uk.anteroom.invitation.Invitations;
import uk.anteroom.kernel.Channel;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.Requests;
import uk.anteroom.web.ShownTimes;

/** Gathers what the pages of a consultation show. */
@Component
class ConsultationPages {

    private final Patients patients;
    private final Staff staff;
    private final Invitations invitations;
    private final Letters letters;
    private final Calls calls;
    private final Requests requests;
    private final ConsultationCoding coding;
    private final Attempts attempts;
    private final CallFacts facts;
    private final Outcomes outcomes;
    private final PhotoRows photoRows;
    private final NeedsCards needs;
    private final Banners banners;
    private final ShownTimes times;

    ConsultationPages(
            Patients patients,
            Staff staff,
            Invitations invitations,
            Letters letters,
            Calls calls,
            Requests requests,
            ConsultationCoding coding,
            Attempts attempts,
            CallFacts facts,
            Outcomes outcomes,
            PhotoRows photoRows,
            NeedsCards needs,
            Banners banners,
            ShownTimes times) {
        this.patients = patients;
        this.staff = staff;
        this.invitations = invitations;
        this.letters = letters;
        this.calls = calls;
        this.requests = requests;
        this.coding = coding;
        this.attempts = attempts;
        this.facts = facts;
        this.outcomes = outcomes;
        this.photoRows = photoRows;
        this.needs = needs;
        this.banners = banners;
        this.times = times;
    }

    ConsultationPage open(StaffMember by, Consultation consultation) {
        return open(by, consultation, null);
    }

    /** As {@link #open}, with a correction that cannot be right still in its field. */
    ConsultationPage open(StaffMember by, Consultation consultation, NextStep.@Nullable Correction correction) {
        Participant seat = seat(consultation);
        Patient patient = patient(consultation);
        List<Invitation> all = invitations.of(by, consultation.id());
        List<ConsultationPage.Sent> sent = all.stream()
                .map(invitation -> sent(consultation, invitation, seat, remedies(all, invitation, patient, correction)))
                .toList();
        return ConsultationPage.of(
                banners.of(by, patient),
                consultation,
                patient,
                needs.seeing(by, patient, consultation),
                needs.relay(by, patient),
                staff.evenIfLeft(by.practice(), consultation.clinician()),
                by,
                sent,
                times);
    }

    EndedPage ended(StaffMember by, Consultation consultation, @Nullable String problem) {
        Patient patient = patient(consultation);
        StaffMember clinician = staff.evenIfLeft(by.practice(), consultation.clinician());
        List<String> call = by.mayHoldConsultations()
                ? attempts.last(by.practice(), consultation.call())
                        .map(attempt -> facts.of(attempt, patient.givenName(), clinician.shortName()))
                        .orElse(List.of())
                : List.of();
        return EndedPage.of(
                banners.of(by, patient),
                consultation,
                clinician.name(),
                requestTitle(by, consultation),
                coding.codeFor(consultation),
                photoRows.kept(by, consultation, patient.givenName()),
                call,
                by.mayHoldConsultations(),
                problem,
                times);
    }

    OutcomePage outcome(StaffMember by, Consultation consultation, boolean other, @Nullable String problem) {
        Patient patient = patient(consultation);
        RecordedOutcome outcome = Objects.requireNonNull(consultation.outcome());
        return OutcomePage.of(
                banners.of(by, patient),
                consultation,
                staff.evenIfLeft(by.practice(), outcome.by()).name(),
                coding.of(by.practice(), consultation.id()).orElse(null),
                by.mayHoldConsultations() ? outcomes.undoUntil(outcome).orElse(null) : null,
                requestTitle(by, consultation),
                photoRows.kept(by, consultation, patient.givenName()),
                other,
                problem,
                times);
    }

    /** Nobody is asked to send by the other channel what went that way already. */
    private static Ladder.Remedies remedies(
            List<Invitation> all, Invitation invitation, Patient patient, NextStep.@Nullable Correction correction) {
        String href = href(invitation);
        boolean otherUsed = all.stream()
                .filter(Invitation::usable)
                .anyMatch(one -> one.to().channel() == NextStep.other(invitation));
        return new Ladder.Remedies(
                otherUsed ? null : NextStep.byOtherChannel(invitation, patient, href),
                NextStep.corrected(invitation, href, correction),
                NextStep.renewed(invitation, href));
    }

    private static String href(Invitation invitation) {
        return "/consultations/" + invitation.consultation() + "/invitations/" + invitation.id();
    }

    private ConsultationPage.Sent sent(
            Consultation consultation, Invitation invitation, @Nullable Participant seat, Ladder.Remedies remedies) {
        List<Letter> posted = letters
                .about(consultation.practice(), invitation.id().value())
                .stream()
                .filter(letter -> letter.occasion().equals(Invitation.OCCASION))
                .toList();
        Letter last = posted.isEmpty() ? null : posted.getLast();
        return new ConsultationPage.Sent(
                href(invitation),
                invitation.to().shown(),
                invitation.to().channel() == Channel.EMAIL ? "Email" : "SMS",
                invitation.oneOff(),
                invitation.usable(),
                invitation.withdrawnAt() != null,
                Ladder.of(invitation, last, consultation, seat, remedies, times));
    }

    private @Nullable Participant seat(Consultation consultation) {
        return calls.look(consultation.practice(), consultation.call())
                .flatMap(room -> room.seat(consultation.patientSeat()))
                .orElse(null);
    }

    private Patient patient(Consultation consultation) {
        return patients.find(consultation.practice(), consultation.patient()).orElseThrow();
    }

    private @Nullable String requestTitle(StaffMember by, Consultation consultation) {
        return consultation.request() == null
                ? null
                : requests.look(by, consultation.request())
                        .map(PatientRequest::title)
                        .orElse(null);
    }
}
