package uk.anteroom.staffweb;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.clinicalsystem.Entry;
import uk.anteroom.clinicalsystem.RecordEntries;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.ShownTimes;

/** What the clinical system did not take: the list for whoever puts it into the record by hand. */
@Controller
@RequestMapping("/by-hand")
class ByHandController {

    private final RecordEntries entries;
    private final Consultations consultations;
    private final Patients patients;
    private final Staff staff;
    private final EntryWords words;
    private final ShownTimes times;

    ByHandController(
            RecordEntries entries,
            Consultations consultations,
            Patients patients,
            Staff staff,
            EntryWords words,
            ShownTimes times) {
        this.entries = entries;
        this.consultations = consultations;
        this.patients = patients;
        this.staff = staff;
        this.words = words;
        this.times = times;
    }

    @GetMapping
    ModelAndView list(StaffMember by) {
        return new ModelAndView(
                "staff/by-hand",
                "page",
                new ByHandPage(entries.forHand(by).stream()
                        .map(entry -> row(by, entry))
                        .toList()));
    }

    @PostMapping("/{subject}")
    String done(StaffMember by, @PathVariable UUID subject) {
        entries.doneByHand(by, subject);
        return "redirect:/by-hand";
    }

    private ByHandPage.Row row(StaffMember by, Entry entry) {
        return entry.consultation() == null
                ? ofPatient(by, entry)
                : ofConsultation(
                        by,
                        entry,
                        consultations.find(by.practice(), entry.consultation()).orElseThrow());
    }

    private ByHandPage.Row ofConsultation(StaffMember by, Entry entry, Consultation consultation) {
        return row(
                by,
                entry,
                consultation.patient(),
                consultation.clinician(),
                consultation.liveAt() == null ? consultation.openedAt() : consultation.liveAt(),
                "/consultations/" + consultation.id());
    }

    private ByHandPage.Row ofPatient(StaffMember by, Entry entry) {
        PatientId patient = Objects.requireNonNull(entry.patient(), "of no consultation and no patient");
        return row(
                by,
                entry,
                patient,
                Objects.requireNonNull(entry.requestedBy(), "nobody is answerable"),
                entry.requestedAt(),
                "/patients/" + patient + "#" + entry.kind() + "-" + entry.subject());
    }

    private ByHandPage.Row row(
            StaffMember by, Entry entry, PatientId about, StaffId answerable, Instant when, String href) {
        // looked at one by one, so that the audit trail says whose names stood on this list
        Patient patient = patients.look(by, about).orElseThrow();
        PatientBanner banner = PatientBanner.of(patient, times.today(), null);
        return new ByHandPage.Row(
                banner.name(),
                banner.born(),
                banner.nhsNumber(),
                words.task(entry),
                words.problem(entry),
                times.dayAndTime(when),
                staff.evenIfLeft(by.practice(), answerable).name(),
                "/by-hand/" + entry.subject(),
                by.mayInvite() ? href : null);
    }
}
