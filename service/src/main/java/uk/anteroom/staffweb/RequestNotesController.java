package uk.anteroom.staffweb;

import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.RequestNotes;
import uk.anteroom.request.Requests;
import uk.anteroom.web.NotFound;

/** Receives what staff note on a request. */
@Controller
class RequestNotesController {

    private final RequestNotes notes;
    private final Requests requests;
    private final Patients patients;
    private final RequestPages pages;
    private final MessageSource words;

    RequestNotesController(
            RequestNotes notes, Requests requests, Patients patients, RequestPages pages, MessageSource words) {
        this.notes = notes;
        this.requests = requests;
        this.patients = patients;
        this.pages = pages;
        this.words = words;
    }

    @PostMapping("/requests/{id}/notes")
    ModelAndView note(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            @RequestParam UUID key) {
        PatientRequest request = requests.look(by, new RequestId(id)).orElseThrow(NotFound::new);
        String text = note.replace("\r\n", "\n").strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > RequestNotes.LONGEST) {
            Patient patient = patients.look(by, request.patient()).orElseThrow(NotFound::new);
            String error = text.isEmpty() ? "request.note.empty" : "request.note.long";
            return pages.noting(
                    by,
                    request,
                    patient,
                    note,
                    words.getMessage(error, new Object[] {RequestNotes.LONGEST}, Locale.UK));
        }
        notes.write(by, request.id(), key, text);
        return new ModelAndView("redirect:/requests/" + id + "?notes");
    }
}
