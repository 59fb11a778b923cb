package uk.anteroom.staffweb;

import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.NotInvitable;
import uk.anteroom.patient.Patient;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.web.ShownTimes;

/**
 * The request details page.
 *
 * @param video whether the tab {@code Video} is open
 * @param needs of the patient, for the tab; null if nothing is recorded
 * @param notInvited why this patient cannot be invited
 * @param invite the form, once {@code Video call patient} was pressed
 * @param conversation with the patient; null for who may not read it
 */
record RequestPage(
        String href,
        PatientBanner banner,
        String title,
        String body,
        String kind,
        String urgency,
        String received,
        boolean open,
        @Nullable String email,
        @Nullable String mobile,
        boolean video,
        @Nullable NeedsCard needs,
        @Nullable NotInvitable notInvited,
        @Nullable InviteCard invite,
        @Nullable ConversationCard conversation) {

    static RequestPage of(
            PatientBanner banner,
            PatientRequest request,
            Patient patient,
            boolean video,
            @Nullable NeedsCard needs,
            @Nullable InviteCard invite,
            @Nullable ConversationCard conversation,
            ShownTimes times) {
        return new RequestPage(
                "/requests/" + request.id(),
                banner,
                request.title(),
                request.body(),
                RequestsPage.kind(request),
                request.urgency().name(),
                times.dayAndTime(request.receivedAt()),
                request.open(),
                patient.email() == null ? null : patient.email().shown(),
                patient.mobile() == null ? null : patient.mobile().shown(),
                video,
                needs,
                patient.notInvitable().orElse(null),
                invite,
                conversation);
    }
}
