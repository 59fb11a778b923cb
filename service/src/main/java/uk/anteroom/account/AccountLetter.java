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
import uk.anteroom.lettering.LetterFacts;
import uk.anteroom.lettering.LetterKind;
import uk.anteroom.lettering.Lettering;
import uk.anteroom.needs.Needs;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Practices;

/** Puts letters about accounts into words, ours being {@code letter.KIND.subject}, {@code .heading} and {@code .text}, and {@code sms.KIND}. */
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
     * A letter of that kind, in the practice's own words if it has any.
     *
     * @param code shown large; null in letters that have none
     * @param link a button; null in letters that have none
     */
    LetterText write(
            PracticeId id,
            PatientId patient,
            Channel channel,
            LetterKind kind,
            @Nullable String code,
            @Nullable String link) {
        Practice practice = practices.get(id);
        Needs known = needs.of(id, patient);
        LetterFacts facts =
                LetterFacts.of(practice).code(code == null ? "" : code).link(link == null ? "" : link);
        return lettering
                .own(practice, kind, channel, facts, known)
                .orElseGet(() -> channel == Channel.SMS
                        ? new LetterText.Sms(Gsm7.plain(say("sms." + kind.word(), facts)))
                        : email(practice, kind, facts, known));
    }

    private LetterText email(Practice practice, LetterKind kind, LetterFacts facts, Needs known) {
        String letter = "letter." + kind.word();
        Context words = Lettering.facts(practice, facts.link(), known);
        words.setVariable("heading", say(letter + ".heading", facts));
        words.setVariable("text", say(letter + ".text", facts));
        words.setVariable("code", facts.code().isEmpty() ? null : facts.code());
        words.setVariable("button", !facts.link().isEmpty());
        return lettering.email(practice, say(letter + ".subject", facts), "account", words, known);
    }

    private String say(String key, LetterFacts facts) {
        Object[] values = {facts.surgery(), facts.code(), facts.link(), facts.telephone()};
        return messages.getMessage(key, values, LOCALE);
    }
}
