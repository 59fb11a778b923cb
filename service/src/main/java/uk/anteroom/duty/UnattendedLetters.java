package uk.anteroom.duty;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.ConsultationState;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.delivery.LetterWriter;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.Practices;

/** Writes to the staff on duty. It says where and how long, and nothing about whom: an inbox is no record. */
@Component
class UnattendedLetters implements LetterWriter {

    static final String OCCASION = "unattended";

    private static final Locale LOCALE = Locale.UK;

    private final Consultations consultations;
    private final Practices practices;
    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final KernelSettings settings;
    private final Clock clock;

    UnattendedLetters(
            Consultations consultations,
            Practices practices,
            MessageSource messages,
            ITemplateEngine templates,
            KernelSettings settings,
            Clock clock) {
        this.consultations = consultations;
        this.practices = practices;
        this.messages = messages;
        this.templates = templates;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String occasion() {
        return OCCASION;
    }

    /** Whoever was looked after meanwhile is nobody's worry. */
    @Override
    public Optional<LetterText> write(PracticeId practice, UUID subject, Channel channel) {
        return consultations
                .find(practice, new ConsultationId(subject))
                .filter(consultation -> consultation.state() == ConsultationState.WAITING)
                .map(consultation -> Duration.between(Objects.requireNonNull(consultation.waitingAt()), clock.instant())
                        .toMinutes())
                .map(minutes -> email(practice, Math.max(1, minutes)));
    }

    private LetterText email(PracticeId practice, long minutes) {
        String surgery = practices.get(practice).name();
        String says = say(minutes == 1 ? "letter.unattended.one" : "letter.unattended.many", surgery, minutes);
        String subject = say("letter.unattended.subject", surgery);
        Context words = new Context(LOCALE);
        words.setVariable("subject", subject);
        words.setVariable("says", says);
        words.setVariable("link", settings.at("/waiting").toString());
        words.setVariable("open", say("letter.unattended.open"));
        words.setVariable("why", say("letter.unattended.why", surgery));
        return new LetterText.Email(
                surgery,
                subject,
                templates.process("letters/staff.txt", words),
                templates.process("letters/staff", words));
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LOCALE);
    }
}
