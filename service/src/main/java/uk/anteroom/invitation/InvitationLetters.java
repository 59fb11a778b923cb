package uk.anteroom.invitation;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.delivery.LetterWriter;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.lettering.LetterFacts;
import uk.anteroom.lettering.LetterKind;
import uk.anteroom.lettering.Lettering;
import uk.anteroom.needs.Needs;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;

/**
 * Writes the letter with the link. It says who, why, what is needed and what to do if it fails, and never anything clinical. It does not name
 * the patient: the address may be a one-off one.
 */
@Component
class InvitationLetters implements LetterWriter {

    static final String OCCASION = "invitation";

    private static final Locale LOCALE = Locale.UK;

    private final InvitationStore store;
    private final Consultations consultations;
    private final Practices practices;
    private final Staff staff;
    private final MessageSource messages;
    private final PatientNeeds needs;
    private final Lettering lettering;
    private final KernelSettings settings;

    InvitationLetters(
            InvitationStore store,
            Consultations consultations,
            Practices practices,
            Staff staff,
            MessageSource messages,
            PatientNeeds needs,
            Lettering lettering,
            KernelSettings settings) {
        this.store = store;
        this.consultations = consultations;
        this.practices = practices;
        this.staff = staff;
        this.messages = messages;
        this.needs = needs;
        this.lettering = lettering;
        this.settings = settings;
    }

    @Override
    public String occasion() {
        return OCCASION;
    }

    /** Nothing is sent after its link died. */
    @Override
    public Optional<LetterText> write(PracticeId practice, UUID subject, Channel channel) {
        InvitationId id = new InvitationId(subject);
        Optional<Consultation> consultation = store.find(practice, id)
                .filter(Invitation::usable)
                .filter(Invitation::young)
                .flatMap(invitation -> consultations.find(practice, invitation.consultation()))
                .filter(Consultation::reachable);
        return consultation.flatMap(found -> store.token(practice, id).map(token -> {
            Practice surgery = practices.get(practice);
            StaffMember clinician = staff.evenIfLeft(practice, found.clinician());
            String link = settings.at("/v/" + token.value()).toString();
            Needs known = needs.of(practice, found.patient());
            return lettering
                    .own(
                            surgery,
                            LetterKind.INVITATION,
                            channel,
                            LetterFacts.of(surgery).clinician(clinician.name()).link(link),
                            known)
                    .orElseGet(() -> channel == Channel.SMS
                            ? sms(surgery, clinician, link)
                            : email(surgery, clinician, link, known));
        }));
    }

    private LetterText sms(Practice practice, StaffMember clinician, String link) {
        return new LetterText.Sms(LinkSms.write(
                messages, LOCALE, OCCASION, practice.name(), clinician.name(), link, practice.telephone()));
    }

    private LetterText email(Practice practice, StaffMember clinician, String link, Needs known) {
        Context words = Lettering.facts(practice, link, known);
        words.setVariable("clinician", clinician.name());
        words.setVariable("hours", practice.linkLife().toHours());
        String subject = messages.getMessage(
                "letter.invitation.subject", new Object[] {clinician.name(), practice.name()}, LOCALE);
        return lettering.email(practice, subject, OCCASION, words, known);
    }
}
