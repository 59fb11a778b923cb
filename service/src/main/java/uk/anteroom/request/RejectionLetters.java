package uk.anteroom.request;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.delivery.LetterWriter;
import uk.anteroom.delivery.Letters;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.Gsm7;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Practices;

/**
 * Writes to somebody who is not on the list that their request was rejected. Nobody knows whose address it is: the letter names neither them nor what they
 * asked, and no words of staff.
 */
@Component
class RejectionLetters implements LetterWriter {

    private static final String OCCASION = "rejection";
    private static final Locale LOCALE = Locale.UK;

    private final RequestStore store;
    private final Letters letters;
    private final Practices practices;
    private final MessageSource messages;
    private final ITemplateEngine templates;

    RejectionLetters(
            RequestStore store,
            Letters letters,
            Practices practices,
            MessageSource messages,
            ITemplateEngine templates) {
        this.store = store;
        this.letters = letters;
        this.practices = practices;
        this.messages = messages;
        this.templates = templates;
    }

    /** Posted in the commit of the rejection, to the address that was given, else to the number. */
    void post(PracticeId practice, RequestId id, Sender sender) {
        Stream.<ContactPoint>of(sender.email(), sender.mobile())
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(to -> letters.post(practice, to, OCCASION, id.value()));
    }

    @Override
    public String occasion() {
        return OCCASION;
    }

    /** Whoever was let in again meanwhile is not told that they were not. */
    @Override
    public Optional<LetterText> write(PracticeId practice, UUID subject, Channel channel) {
        return store.findLocked(practice, new RequestId(subject))
                .map(LockedRequest::closing)
                .map(Closing::reason)
                .map(reason -> channel == Channel.SMS
                        ? sms(practices.get(practice), reason)
                        : email(practices.get(practice), reason));
    }

    private LetterText sms(Practice practice, Closing.Reason reason) {
        String whole = say("sms.rejection." + reason, Gsm7.plain(practice.name()), practice.telephone());
        return new LetterText.Sms(
                Gsm7.length(whole) <= Gsm7.SEGMENT ? whole : say("sms.rejection.short", practice.telephone()));
    }

    private LetterText email(Practice practice, Closing.Reason reason) {
        String subject = say("letter.rejection.subject", practice.name());
        Context words = new Context(LOCALE);
        words.setVariable("subject", subject);
        words.setVariable("practice", practice.name());
        words.setVariable("telephone", practice.telephone());
        words.setVariable("telephoneHref", practice.telephoneHref());
        words.setVariable("why", say("letter.rejection." + reason));
        return new LetterText.Email(
                practice.name(),
                subject,
                templates.process("letters/rejection.txt", words),
                templates.process("letters/rejection", words));
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LOCALE);
    }
}
