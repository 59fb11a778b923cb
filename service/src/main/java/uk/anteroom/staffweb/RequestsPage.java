package uk.anteroom.staffweb;

import java.util.List;
import uk.anteroom.request.PatientRequest;

/** The inbox. */
record RequestsPage(
        List<Row> rows, List<Current> current, List<NewLinkLines.Line> newLinks, List<ReplyLines.Line> replies) {

    /** One open request. */
    record Row(String href, String patient, String born, String title, String kind, String urgency, String waiting) {}

    /** A consultation that needs somebody. */
    record Current(String href, String patient, String state, String since, String clinician) {}

    static String kind(PatientRequest request) {
        return request.kind() == PatientRequest.Kind.MEDICAL ? "Medical" : "Administrative";
    }
}
