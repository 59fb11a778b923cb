package uk.anteroom.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.delivery.LetterWriter;
import uk.anteroom.invitation.LinkSms;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.lettering.LetterFacts;
import uk.anteroom.lettering.LetterKind;
import uk.anteroom.lettering.Lettering;
import uk.anteroom.needs.Needs;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Practices;

/** Writes the letter that tells of a message. It names the practice and nobody else, and nothing of what stands in the message. */
@Component
class MessageLetters implements LetterWriter {

    private static final Locale LOCALE = Locale.UK;
    /** The writer of a message is not named where everybody may look. */
    private static final String NOBODY = "";

    private final MessageLinkStore links;
    private final Patients patients;
    private final Practices practices;
    private final MessageSource messages;
    private final PatientNeeds needs;
    private final Lettering lettering;
    private final KernelSettings settings;

    MessageLetters(
            MessageLinkStore links,
            Patients patients,
            Practices practices,
            MessageSource messages,
            PatientNeeds needs,
            Lettering lettering,
            KernelSettings settings) {
        this.links = links;
        this.patients = patients;
        this.practices = practices;
        this.messages = messages;
        this.needs = needs;
        this.lettering = lettering;
        this.settings = settings;
    }

    @Override
    public String occasion() {
        return Message.OCCASION;
    }

    /** Nothing is sent after its link died, nor to somebody who has died. */
    @Override
    public Optional<LetterText> write(PracticeId practice, UUID subject, Channel channel) {
        MessageId id = new MessageId(subject);
        return links.find(practice, id)
                .filter(MessageLink::usable)
                .flatMap(link -> patients.find(practice, link.patient()))
                .filter(patient -> patient.deceasedAt() == null)
                .flatMap(patient -> links.token(practice, id).map(token -> {
                    Practice surgery = practices.get(practice);
                    String link = settings.at("/m/" + token.value()).toString();
                    Needs known = needs.of(practice, patient.id());
                    return lettering
                            .own(
                                    surgery,
                                    LetterKind.MESSAGE,
                                    channel,
                                    LetterFacts.of(surgery).link(link),
                                    known)
                            .orElseGet(() -> channel == Channel.SMS ? sms(surgery, link) : email(surgery, link, known));
                }));
    }

    private LetterText sms(Practice practice, String link) {
        return new LetterText.Sms(
                LinkSms.write(messages, LOCALE, Message.OCCASION, practice.name(), NOBODY, link, practice.telephone()));
    }

    private LetterText email(Practice practice, String link, Needs known) {
        Context words = Lettering.facts(practice, link, known);
        words.setVariable("days", Messages.LINK_LIFE.toDays());
        String subject = messages.getMessage("letter.message.subject", new Object[] {practice.name()}, LOCALE);
        return lettering.email(practice, subject, Message.OCCASION, words, known);
    }
}
