package uk.anteroom.staffweb;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.Gsm7;
import uk.anteroom.lettering.LetterFacts;
import uk.anteroom.lettering.LetterKind;
import uk.anteroom.lettering.LetterTemplate;
import uk.anteroom.lettering.LetterTemplates;
import uk.anteroom.lettering.LetterWords;
import uk.anteroom.needs.Languages;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.SelectField;
import uk.anteroom.web.TextArea;
import uk.anteroom.web.TextField;

/** Prepares the pages about the words of letters. */
@Component
class LetterPages {

    static final String HREF = "/settings/letters";

    /** About two lines. */
    private static final int BEGINNING = 100;

    private final LetterTemplates templates;
    private final MessageSource words;

    LetterPages(LetterTemplates templates, MessageSource words) {
        this.templates = templates;
        this.words = words;
    }

    LettersPage list(StaffMember by, @Nullable String note, boolean good) {
        List<LetterTemplate> all = templates.all(by);
        return new LettersPage(
                List.of(group("letters.group.care", all, false), group("letters.group.account", all, true)),
                note == null ? null : say("letters.note." + note),
                good);
    }

    private LettersPage.Group group(String title, List<LetterTemplate> all, boolean aboutAccount) {
        return new LettersPage.Group(
                say(title),
                Arrays.stream(LetterKind.values())
                        .filter(kind -> kind.aboutAccount() == aboutAccount)
                        .map(kind -> new LettersPage.Letter(
                                say("letters.kind." + kind),
                                say("letters.about." + kind),
                                Stream.of(Channel.EMAIL, Channel.SMS)
                                        .map(channel -> way(all, kind, channel))
                                        .toList()))
                        .toList());
    }

    private LettersPage.Way way(List<LetterTemplate> all, LetterKind kind, Channel channel) {
        List<LetterTemplate> own = all.stream()
                .filter(one -> one.key().kind() == kind && one.key().channel() == channel)
                .toList();
        List<Locale> taken = own.stream().map(one -> one.key().language()).toList();
        String href = href(kind, channel);
        return new LettersPage.Way(
                say("letters.channel." + channel),
                href,
                own.stream().map(one -> own(href, one)).toList(),
                new SelectField(
                        "language",
                        say("letters.language"),
                        null,
                        null,
                        Languages.ALL.stream()
                                .filter(language -> !taken.contains(language))
                                .map(language -> new SelectField.Option(
                                        language.toLanguageTag(), Languages.name(language), false))
                                .toList()));
    }

    private static LettersPage.Own own(String href, LetterTemplate template) {
        Locale language = template.key().language();
        String text = template.words().value();
        return new LettersPage.Own(
                href + "?language=" + language.toLanguageTag(),
                Languages.name(language),
                language.toLanguageTag(),
                text.codePointCount(0, text.length()) <= BEGINNING
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, BEGINNING))
                                        .stripTrailing() + "…");
    }

    /** The practice's words, or ours to begin with. */
    LetterForm typed(StaffMember by, LetterTemplate.Key key) {
        return templates
                .find(by, key)
                .map(own -> new LetterForm(
                        key,
                        own.version(),
                        own.subject() == null ? "" : own.subject().value(),
                        own.words().value()))
                .orElseGet(() -> new LetterForm(
                        key,
                        0,
                        key.channel() == Channel.EMAIL ? say("letters.start." + key.kind() + ".subject") : "",
                        say("letters.start." + key.kind() + "." + key.channel())));
    }

    /** The form with what was typed, and what is wrong about it. */
    LetterPage form(StaffMember by, LetterForm form, @Nullable Complaints complaints) {
        return form(by, form, complaints, null);
    }

    /** The form for words that somebody else has changed or taken away meanwhile. */
    LetterPage changed(StaffMember by, LetterForm form) {
        return form(by, form, null, say("letters.warning.changed"));
    }

    private LetterPage form(
            StaffMember by, LetterForm form, @Nullable Complaints complaints, @Nullable String warning) {
        LetterTemplate.Key key = form.key();
        LetterFacts example = templates.example(by, key.kind());
        boolean sms = key.channel() == Channel.SMS;
        String filled = new LetterWords(form.words()).filled(example);
        return new LetterPage(
                href(key.kind(), key.channel()),
                say(
                        "letters.form.title",
                        say("letters.kind." + key.kind()),
                        say("letters.channel." + key.channel()),
                        Languages.name(key.language())),
                key.language().toLanguageTag(),
                Languages.isRightToLeft(key.language()) ? "rtl" : "ltr",
                form.version(),
                warning,
                sms
                        ? null
                        : TextField.of("subject", say("letters.subject"), "text")
                                .error(at(complaints, "subject"))
                                .value(form.subject())
                                .autocomplete("off"),
                new TextArea(
                        "letterWords",
                        say("letters.words"),
                        say("letters.words.hint." + key.channel()),
                        at(complaints, "letterWords"),
                        sms ? 5 : 12,
                        form.words()),
                key.kind().placeholders().stream()
                        .map(one -> new TemplatePage.Explained(
                                one.typed(), say("letters.placeholder." + one), example.of(one)))
                        .toList(),
                filled,
                sms ? Gsm7.length(Gsm7.plain(filled)) : null,
                complaints == null ? List.of() : complaints.all());
    }

    private static String href(LetterKind kind, Channel channel) {
        return HREF + "/" + kind.word() + "/" + channel.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String at(@Nullable Complaints complaints, String field) {
        return complaints == null ? null : complaints.at(field);
    }

    private String say(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
