package uk.anteroom.staffweb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.ShownTimes;

/** The consultations that need somebody, one line each, for the top of the inbox. */
@Component
class CurrentCalls {

    private final Consultations consultations;
    private final Patients patients;
    private final Staff staff;
    private final ShownTimes times;

    CurrentCalls(Consultations consultations, Patients patients, Staff staff, ShownTimes times) {
        this.consultations = consultations;
        this.patients = patients;
        this.staff = staff;
        this.times = times;
    }

    List<RequestsPage.Current> of(StaffMember by) {
        return consultations.current(by).stream()
                .map(consultation -> line(by, consultation))
                .toList();
    }

    private RequestsPage.Current line(StaffMember by, Consultation consultation) {
        Patient patient = patients.find(by.practice(), consultation.patient()).orElseThrow();
        Instant since = Optional.ofNullable(consultation.endedAt())
                .or(() -> Optional.ofNullable(consultation.liveAt()))
                .or(() -> Optional.ofNullable(consultation.waitingAt()))
                .orElse(consultation.openedAt());
        return new RequestsPage.Current(
                "/consultations/" + consultation.id(),
                patient.name(),
                consultation.state().name(),
                times.since(since),
                staff.evenIfLeft(by.practice(), consultation.clinician()).name());
    }
}
