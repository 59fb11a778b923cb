package uk.anteroom.guest;

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
import uk.anteroom.invitation.LinkSms;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.lettering.Lettering;
import uk.anteroom.needs.Needs;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;

/** Writes the letter that asks a third person to join. It names neither the patient nor the guest, and says nothing clinical. */
@Component
class GuestLetters implements LetterWriter {

    static final String OCCASION = "guest";

    private static final Locale LOCALE = Locale.UK;

    private final GuestStore store;
    private final Consultations consultations;
    private final Practices practices;
    private final Staff staff;
    private final MessageSource messages;
    private final Lettering lettering;
    private final KernelSettings settings;

    GuestLetters(
            GuestStore store,
            Consultations consultations,
            Practices practices,
            Staff staff,
            MessageSource messages,
            Lettering lettering,
            KernelSettings settings) {
        this.store = store;
        this.consultations = consultations;
        this.practices = practices;
        this.staff = staff;
        this.messages = messages;
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
        GuestId id = new GuestId(subject);
        Optional<Guest> guest = store.find(practice, id).filter(Guest::welcome).filter(Guest::young);
        Optional<Consultation> consultation = guest.flatMap(found -> consultations.find(practice, found.consultation()))
                .filter(Consultation::reachable);
        return consultation.flatMap(found -> store.token(practice, id).map(token -> {
            Practice surgery = practices.get(practice);
            StaffMember clinician = staff.evenIfLeft(practice, found.clinician());
            String link = settings.at("/g/" + token.value()).toString();
            return channel == Channel.SMS
                    ? new LetterText.Sms(LinkSms.write(
                            messages, LOCALE, OCCASION, surgery.name(), clinician.name(), link, surgery.telephone()))
                    : email(surgery, clinician, guest.orElseThrow().role(), link);
        }));
    }

    private LetterText email(Practice practice, StaffMember clinician, GuestRole role, String link) {
        // whoever joins is not the patient, and nobody knows what they need
        Context words = Lettering.facts(practice, link, Needs.NONE);
        words.setVariable("clinician", clinician.name());
        words.setVariable("role", role.name().toLowerCase(Locale.ROOT));
        words.setVariable("hours", practice.linkLife().toHours());
        String subject =
                messages.getMessage("letter.guest.subject", new Object[] {clinician.name(), practice.name()}, LOCALE);
        return lettering.email(practice, subject, OCCASION, words, Needs.NONE);
    }
}
