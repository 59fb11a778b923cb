package uk.anteroom.staffweb;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.Requests;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.NotFound;

/** Where somebody writes to a patient: on the Patient page, or on the page of a request of theirs. */
@Component
class MessagePlaces {

    private final Requests requests;
    private final PatientController patientPage;
    private final RequestPages requestPage;

    MessagePlaces(Requests requests, PatientController patientPage, RequestPages requestPage) {
        this.requests = requests;
        this.patientPage = patientPage;
        this.requestPage = requestPage;
    }

    /** The address of the form. */
    static String address(UUID patient, @Nullable UUID request) {
        return request == null ? "/patients/" + patient + "?message" : "/requests/" + request + "?messages";
    }

    /** The page with what was typed, and what is wrong about it; nothing may be. */
    ModelAndView writing(
            StaffMember by,
            Patient patient,
            @Nullable UUID request,
            MessageForm form,
            @Nullable Complaints complaints) {
        if (request == null) {
            return patientPage.writing(by, patient, form, complaints);
        }
        PatientRequest found = requests.look(by, new RequestId(request))
                .filter(one -> one.patient().equals(patient.id()))
                .orElseThrow(NotFound::new);
        return requestPage.writing(by, found, patient, form, complaints);
    }
}
