package uk.anteroom.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.Gsm7;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.lettering.Lettering;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Practices;

/** Puts letters about accounts into words: {@code letter.account.KIND.subject}, {@code .heading} and {@code .text}, and {@code sms.account.KIND}. */
@Component
class AccountLetter {

    private static final Locale LOCALE = Locale.UK;

    private final Practices practices;
    private final PatientNeeds needs;
    private final Lettering lettering;
    private final MessageSource messages;

    AccountLetter(Practices practices, PatientNeeds needs, Lettering lettering, MessageSource messages) {
        this.practices = practices;
        this.needs = needs;
        this.lettering = lettering;
        this.messages = messages;
    }

    /**
     * A letter of that kind.
     *
     * @param code shown large; null in letters that have none
     * @param link a button; null in letters that have none
     */
    LetterText write(
            PracticeId id,
            PatientId patient,
            Channel channel,
            String kind,
            @Nullable String code,
            @Nullable String link) {
        Practice practice = practices.get(id);
        Object[] facts = {practice.name(), code == null ? "" : code, link == null ? "" : link, practice.telephone()};
        if (channel == Channel.SMS) {
            return new LetterText.Sms(Gsm7.plain(messages.getMessage("sms.account." + kind, facts, LOCALE)));
        }
        Context words = Lettering.facts(practice, link == null ? "" : link, needs.of(id, patient));
        for (String part : new String[] {"heading", "text"}) {
            words.setVariable(part, messages.getMessage("letter.account." + kind + "." + part, facts, LOCALE));
        }
        words.setVariable("code", code);
        words.setVariable("button", link != null);
        return lettering.email(
                practice,
                messages.getMessage("letter.account." + kind + ".subject", facts, LOCALE),
                "account",
                words,
                needs.of(id, patient));
    }
}
