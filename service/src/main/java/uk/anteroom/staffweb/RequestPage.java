package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.fileexchange.FileRow;
import uk.anteroom.patient.NotInvitable;
import uk.anteroom.patient.Patient;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.web.ShownTimes;

/**
 * The request details page.
 *
 * @param carer who wrote it; null if the patient did
 * @param tab the one that is open
 * @param files that came with it
 * @param told what came of the last press, if that was not what was meant
 * @param needs of the patient, for the tab; null if nothing is recorded
 * @param notInvited why this patient cannot be invited
 * @param invite the form, once {@code Video call patient} was pressed
 * @param write the form that writes to the patient; null if it is not open, or nobody can be written to
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
        @Nullable String email,
        @Nullable String mobile,
        @Nullable CarerNote carer,
        Tab tab,
        List<FileRow> files,
        RequestHead head,
        RequestActs acts,
        RequestTrail trail,
        @Nullable String told,
        @Nullable NeedsCard needs,
        @Nullable NotInvitable notInvited,
        @Nullable InviteCard invite,
        @Nullable MessageCard write,
        @Nullable ConversationCard conversation) {

    /** What can be done about the request. */
    enum Tab {
        REQUEST,
        MESSAGES,
        VIDEO,
        NOTES,
        HISTORY
    }

    static RequestPage of(
            PatientBanner banner,
            PatientRequest request,
            Patient patient,
            @Nullable CarerNote carer,
            Tab tab,
            List<FileRow> files,
            RequestHead head,
            RequestActs acts,
            RequestTrail trail,
            @Nullable String told,
            @Nullable NeedsCard needs,
            @Nullable InviteCard invite,
            @Nullable MessageCard write,
            @Nullable ConversationCard conversation,
            ShownTimes times) {
        return new RequestPage(
                "/requests/" + request.id(),
                banner,
                request.title(),
                request.body(),
                RequestsPage.kind(request.kind()),
                request.urgency().name(),
                times.dayAndTime(request.receivedAt()),
                patient.email() == null ? null : patient.email().shown(),
                patient.mobile() == null ? null : patient.mobile().shown(),
                carer,
                tab,
                files,
                head,
                acts,
                trail,
                told,
                needs,
                patient.notInvitable().orElse(null),
                invite,
                write,
                conversation);
    }

    public boolean request() {
        return tab == Tab.REQUEST;
    }

    public boolean video() {
        return tab == Tab.VIDEO;
    }

    public boolean messages() {
        return tab == Tab.MESSAGES;
    }

    public boolean notes() {
        return tab == Tab.NOTES;
    }

    public boolean history() {
        return tab == Tab.HISTORY;
    }
}
