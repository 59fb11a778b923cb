package uk.anteroom.staffweb;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Outcome;
import uk.anteroom.patient.NotInvitable;
import uk.anteroom.patient.Patient;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.web.ShownTimes;

/**
 * The Patient page.
 *
 * @param carers who acts for the patient, or wants to
 * @param needs null for who may not see them
 * @param act what is chosen under {@code What do you want to do?}
 * @param mayInvite whether whoever looks may invite at all
 * @param notInvited why this patient cannot be invited
 * @param invite null where nobody can be invited
 * @param write null where nobody can be written to
 * @param conversation null for who may not read it
 */
public record PatientPage(
        PatientBanner banner,
        @Nullable String email,
        @Nullable String mobile,
        boolean account,
        String mayBeContactedBy,
        List<CarerRow> carers,
        @Nullable NeedsPanel needs,
        List<History> history,
        Act act,
        boolean mayInvite,
        @Nullable NotInvitable notInvited,
        @Nullable InviteCard invite,
        @Nullable MessageCard write,
        @Nullable ConversationCard conversation) {

    /** What somebody wants to do. */
    enum Act {
        NONE,
        VIDEO,
        MESSAGE
    }

    /** A request or a consultation of this patient. */
    public record History(String href, String title, String about) {}

    static PatientPage of(
            PatientBanner banner,
            Patient patient,
            List<CarerRow> carers,
            @Nullable NeedsPanel needs,
            List<PatientRequest> requests,
            List<Consultation> consultations,
            Act act,
            boolean mayInvite,
            @Nullable InviteCard invite,
            @Nullable MessageCard write,
            @Nullable ConversationCard conversation,
            ShownTimes times) {
        return new PatientPage(
                banner,
                patient.email() == null ? null : patient.email().shown(),
                patient.mobile() == null ? null : patient.mobile().shown(),
                patient.hasAccount(),
                contactedBy(patient),
                carers,
                needs,
                mayInvite ? history(requests, consultations, times) : List.of(),
                act,
                mayInvite,
                patient.notInvitable().orElse(null),
                invite,
                write,
                conversation);
    }

    private static String contactedBy(Patient patient) {
        if (patient.optedOutOfEmail()) {
            return patient.optedOutOfSms() ? "Opted out of email and SMS" : "SMS only, opted out of email";
        }
        return patient.optedOutOfSms() ? "Email only, opted out of SMS" : "Email and SMS";
    }

    private static List<History> history(
            List<PatientRequest> requests, List<Consultation> consultations, ShownTimes times) {
        Stream<History> calls = consultations.stream()
                .map(consultation -> new History(
                        "/consultations/" + consultation.id(),
                        "Video consultation",
                        times.dayAndTime(consultation.openedAt()) + ", " + state(consultation)));
        Stream<History> asked = requests.stream()
                .map(request -> new History(
                        "/requests/" + request.id(),
                        request.title(),
                        "Request, " + times.dayAndTime(request.receivedAt()) + ", "
                                + (request.open() ? "open" : "completed")));
        return Stream.concat(calls, asked).toList();
    }

    static String state(Consultation consultation) {
        if (consultation.outcome() != null) {
            return consultation.outcome().outcome() == Outcome.COMPLETED ? "completed" : "unsuccessful";
        }
        return switch (consultation.state()) {
            case INVITED -> "invited";
            case WAITING -> "waiting now";
            case LIVE -> "in the call now";
            case ENDED -> "ended, no outcome yet";
            case CANCELLED -> "withdrawn";
            case EXPIRED -> "expired";
        };
    }
}
