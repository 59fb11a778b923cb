package uk.anteroom.staffweb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.Requests;
import uk.anteroom.web.ShownTimes;

/** The inbox: open requests, and above them the consultations and replies that need somebody. */
@Controller
class RequestsController {

    private final Requests requests;
    private final Consultations consultations;
    private final NewLinkLines newLinks;
    private final ReplyLines replies;
    private final Patients patients;
    private final Staff staff;
    private final ShownTimes times;

    RequestsController(
            Requests requests,
            Consultations consultations,
            NewLinkLines newLinks,
            ReplyLines replies,
            Patients patients,
            Staff staff,
            ShownTimes times) {
        this.requests = requests;
        this.consultations = consultations;
        this.newLinks = newLinks;
        this.replies = replies;
        this.patients = patients;
        this.staff = staff;
        this.times = times;
    }

    @GetMapping("/requests")
    String inbox(StaffMember by, Model model) {
        model.addAttribute("page", new RequestsPage(rows(by), current(by), newLinks.of(by), replies.of(by)));
        return "staff/requests";
    }

    private List<RequestsPage.Row> rows(StaffMember by) {
        return requests.inbox(by).stream().map(request -> row(by, request)).toList();
    }

    private RequestsPage.Row row(StaffMember by, PatientRequest request) {
        Patient patient = patients.find(by.practice(), request.patient()).orElseThrow();
        return new RequestsPage.Row(
                "/requests/" + request.id(),
                patient.name(),
                Born.shown(patient),
                request.title(),
                RequestsPage.kind(request),
                request.urgency().name(),
                times.since(request.receivedAt()));
    }

    private List<RequestsPage.Current> current(StaffMember by) {
        return consultations.current(by).stream()
                .map(consultation -> current(by, consultation))
                .toList();
    }

    private RequestsPage.Current current(StaffMember by, Consultation consultation) {
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
