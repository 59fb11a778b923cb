package uk.anteroom.accountweb;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.practice.Staff;
import uk.anteroom.request.RequestId;
import uk.anteroom.web.ShownTimes;

/**
 * The video calls of a patient, a line each. A carer sees none: whether somebody is safe to talk, and that they are seen at all, may be what they need to keep
 * from whoever cares for them.
 */
@Component
class AccountCalls {

    /** The newest; older ones are with the practice. */
    private static final int SHOWN = 10;

    private final Consultations consultations;
    private final Staff staff;
    private final MessageSource messages;
    private final ShownTimes times;

    AccountCalls(Consultations consultations, Staff staff, MessageSource messages, ShownTimes times) {
        this.consultations = consultations;
        this.staff = staff;
        this.messages = messages;
        this.times = times;
    }

    List<AccountHomePage.Row> of(AccountVisit visit, Locale locale) {
        return all(visit).limit(SHOWN).map(call -> row(call, locale)).toList();
    }

    /** Those that came of a request. */
    List<AccountHomePage.Row> of(AccountVisit visit, RequestId request, Locale locale) {
        return all(visit)
                .filter(call -> request.equals(call.request()))
                .map(call -> row(call, locale))
                .toList();
    }

    private Stream<Consultation> all(AccountVisit visit) {
        return visit.actsForAnother()
                ? Stream.empty()
                : consultations.ofPatient(visit.practice(), visit.patient()).stream();
    }

    /** In words that say nothing of outcomes, which are the clinician's to tell. */
    private AccountHomePage.Row row(Consultation call, Locale locale) {
        return new AccountHomePage.Row(
                messages.getMessage("account.call.with", new Object[] {clinician(call)}, locale),
                messages.getMessage(
                        "account.home.call." + AccountConsultationState.of(call),
                        new Object[] {times.dayAndTime(call.openedAt())},
                        locale),
                "/account/consultations/" + call.id());
    }

    /** Who holds it, as in the waiting room. */
    String clinician(Consultation call) {
        return staff.evenIfLeft(call.practice(), call.clinician()).name();
    }
}
