package uk.anteroom.alert;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.delivery.LetterWriter;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.Practices;

/** Writes to staff that something came in. It says what kind of thing and where, and nothing about whom: an inbox is no record. */
@Component
class AlertLetters implements LetterWriter {

    static final String OCCASION = "alert";

    private static final Locale LOCALE = Locale.UK;

    private final AlertStore store;
    private final Practices practices;
    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final KernelSettings settings;

    AlertLetters(
            AlertStore store,
            Practices practices,
            MessageSource messages,
            ITemplateEngine templates,
            KernelSettings settings) {
        this.store = store;
        this.practices = practices;
        this.messages = messages;
        this.templates = templates;
        this.settings = settings;
    }

    @Override
    public String occasion() {
        return OCCASION;
    }

    @Override
    public Optional<LetterText> write(PracticeId practice, UUID subject, Channel channel) {
        List<Alert> told = store.toldWith(practice, new AlertId(subject));
        return told.isEmpty() ? Optional.empty() : Optional.of(email(practice, told));
    }

    private LetterText email(PracticeId practice, List<Alert> told) {
        String surgery = practices.get(practice).name();
        AlertKind kind = told.getFirst().kind();
        boolean one = told.size() == 1;
        String says = say("letter.alert." + kind + (one ? ".one" : ".many"), surgery, told.size());
        // what patients have written and nobody has read stands above the requests
        boolean request = one && kind != AlertKind.REPLY;
        Context words = new Context(LOCALE);
        words.setVariable("subject", says);
        words.setVariable("says", says);
        words.setVariable(
                "link",
                settings.at(request ? "/requests/" + told.getFirst().cause() : "/requests")
                        .toString());
        words.setVariable("open", say(request ? "letter.alert.open.request" : "letter.alert.open.inbox"));
        words.setVariable("why", say("letter.alert.why", surgery));
        return new LetterText.Email(
                surgery,
                says,
                templates.process("letters/staff.txt", words),
                templates.process("letters/staff", words));
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LOCALE);
    }
}
