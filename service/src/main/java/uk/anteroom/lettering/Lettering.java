package uk.anteroom.lettering;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.Gsm7;
import uk.anteroom.needs.Languages;
import uk.anteroom.needs.Needs;
import uk.anteroom.practice.Practice;

/** Puts letters into words. Called when a letter leaves, in a transaction of its practice. */
@Service
public class Lettering {

    /** Ours, and what a letter is in if there is none in the patient's own. */
    private static final Locale ENGLISH = Locale.ENGLISH;

    private final LetterTemplateStore store;
    private final ITemplateEngine templates;

    Lettering(LetterTemplateStore store, ITemplateEngine templates) {
        this.store = store;
        this.templates = templates;
    }

    /** A letter in the practice's own words, in the patient's language if it has any in that; empty if ours are used. */
    public Optional<LetterText> own(
            Practice practice, LetterKind kind, Channel channel, LetterFacts facts, Needs needs) {
        return Stream.concat(needs.language().stream(), Stream.of(ENGLISH))
                .distinct()
                .flatMap(
                        language -> store.find(practice.id(), new LetterTemplate.Key(kind, channel, language)).stream())
                .findFirst()
                .flatMap(template -> channel == Channel.SMS
                        ? sms(template, facts)
                        : Optional.of(email(practice, template, facts, needs)));
    }

    /** What every letter of ours says, in whichever words. */
    public static Context facts(Practice practice, String link, Needs needs) {
        return facts(Locale.UK, practice, link, needs);
    }

    private static Context facts(Locale locale, Practice practice, String link, Needs needs) {
        Context words = new Context(locale);
        words.setVariable("practice", practice.name());
        words.setVariable("link", link);
        words.setVariable("telephone", practice.telephone());
        words.setVariable("telephoneHref", practice.telephoneHref());
        words.setVariable("relay", needs.signLanguage());
        words.setVariable("interpreter", needs.interpreter() || needs.signLanguage());
        return words;
    }

    /** An email of ours: both parts of it from the template of that name, and large if its reader needs that. */
    public LetterText.Email email(Practice practice, String subject, String template, Context words, Needs needs) {
        String html = templates.process("letters/" + template, words);
        return new LetterText.Email(
                practice.name(),
                subject,
                templates.process("letters/" + template + ".txt", words),
                needs.largePrint() ? LargePrint.of(html) : html);
    }

    /** Empty if the practice's name or somebody's own has grown since its words were chosen: ours shrink by themselves. */
    private static Optional<LetterText> sms(LetterTemplate template, LetterFacts facts) {
        String text = Gsm7.plain(template.words().filled(facts));
        return Gsm7.length(text) <= Gsm7.SEGMENT ? Optional.of(new LetterText.Sms(text)) : Optional.empty();
    }

    private LetterText email(Practice practice, LetterTemplate template, LetterFacts facts, Needs needs) {
        Locale language = template.key().language();
        String subject = Objects.requireNonNull(template.subject()).filled(facts);
        // words around them are ours, and English
        Context words = facts(practice, facts.link(), needs);
        words.setVariable("subject", subject);
        words.setVariable("language", language.toLanguageTag());
        words.setVariable("direction", Languages.isRightToLeft(language) ? "rtl" : "ltr");
        words.setVariable("english", language.equals(ENGLISH));
        words.setVariable("words", template.words().filled(facts));
        words.setVariable("paragraphs", paragraphs(template.words(), facts));
        return email(practice, subject, "own", words, needs);
    }

    /**
     * One paragraph of an email.
     *
     * @param button whether it is the link alone, which becomes a button
     * @param code whether it is the code alone, which is printed large
     */
    public record Paragraph(List<String> lines, boolean button, boolean code) {}

    private static List<Paragraph> paragraphs(LetterWords words, LetterFacts facts) {
        return Stream.of(words.value().split("\n\\s*\n"))
                .map(typed -> new Paragraph(
                        new LetterWords(typed).filled(facts).lines().toList(),
                        typed.strip().equals(LetterPlaceholder.LINK.typed()),
                        typed.strip().equals(LetterPlaceholder.CODE.typed())))
                .toList();
    }
}
