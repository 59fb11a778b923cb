package uk.anteroom.staffweb;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.messagetemplate.Filling;
import uk.anteroom.messagetemplate.MessageTemplate;
import uk.anteroom.messagetemplate.MessageTemplates;
import uk.anteroom.messagetemplate.Placeholder;
import uk.anteroom.messagetemplate.TemplateText;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.ShownTimes;
import uk.anteroom.web.TextArea;
import uk.anteroom.web.TextField;

/** Prepares the pages about the templates of a practice. */
@Component
class TemplatePages {

    static final String HREF = "/settings/templates";

    /** What the preview calls its patient. */
    private static final String EXAMPLE = "Rosa";

    /** About two lines of the table. */
    private static final int BEGINNING = 120;

    private final MessageTemplates templates;
    private final Staff staff;
    private final MessageSource words;
    private final ShownTimes times;

    TemplatePages(MessageTemplates templates, Staff staff, MessageSource words, ShownTimes times) {
        this.templates = templates;
        this.staff = staff;
        this.words = words;
        this.times = times;
    }

    TemplatesPage list(StaffMember by, @Nullable String note, boolean good) {
        return new TemplatesPage(
                templates.all(by).stream().map(template -> row(by, template)).toList(),
                note == null ? null : say("template.note." + note),
                good);
    }

    private TemplatesPage.Row row(StaffMember by, MessageTemplate template) {
        return new TemplatesPage.Row(
                HREF + "/" + template.id(),
                template.name().value(),
                begins(template.text().value()),
                say(template.kind()),
                say(
                        "template.changed",
                        times.dayAndTime(template.changedAt()),
                        staff.evenIfLeft(by.practice(), template.changedBy()).name()));
    }

    private static String begins(String text) {
        return text.codePointCount(0, text.length()) <= BEGINNING
                ? text
                : text.substring(0, text.offsetByCodePoints(0, BEGINNING)).stripTrailing() + "…";
    }

    /** The form with what was typed, and what is wrong about it. */
    TemplatePage form(StaffMember by, TemplateForm form, @Nullable Complaints complaints) {
        return form(by, form, complaints, null, null);
    }

    /** The form of a template that somebody else has changed meanwhile. */
    TemplatePage changed(StaffMember by, TemplateForm form, MessageTemplate now, boolean keepsTyped) {
        String who = staff.evenIfLeft(by.practice(), now.changedBy()).name();
        String warning = say(
                keepsTyped ? "template.warning.changed" : "template.warning.changed.delete",
                who,
                times.dayAndTime(now.changedAt()));
        TemplatePage.Theirs theirs = keepsTyped
                ? new TemplatePage.Theirs(now.name().value(), now.text().value(), say(now.kind()))
                : null;
        return form(by, form, null, warning, theirs);
    }

    /** The form with what was typed for a template that is not there any more. */
    TemplatePage gone(StaffMember by, TemplateForm form) {
        return form(by, form, null, say("template.warning.gone"), null);
    }

    private TemplatePage form(
            StaffMember by,
            TemplateForm form,
            @Nullable Complaints complaints,
            @Nullable String warning,
            TemplatePage.@Nullable Theirs theirs) {
        Filling example = templates.filling(
                staff.clinicians(by.practice()).stream().findFirst().orElse(by), EXAMPLE);
        return new TemplatePage(
                HREF + "/" + form.id(),
                say(form.version() == 0 ? "template.add" : "template.change"),
                form.version(),
                warning,
                theirs,
                TextField.of("templateName", say("template.name"), "text")
                        .hint(say("template.name.hint"))
                        .error(at(complaints, "templateName"))
                        .value(form.name())
                        .autocomplete("off"),
                new TextArea(
                        "templateText", say("template.text"), null, at(complaints, "templateText"), 8, form.text()),
                Arrays.stream(Placeholder.values())
                        .map(one -> new TemplatePage.Explained(
                                one.typed(), say("template.placeholder." + one, example.of(one)), example.of(one)))
                        .toList(),
                TemplateText.filled(form.text(), example),
                kinds(form.kind()),
                at(complaints, "templateKind"),
                complaints == null ? List.of() : complaints.all());
    }

    private List<MessageCard.Kind> kinds(@Nullable MessageKind chosen) {
        return Arrays.stream(MessageKind.values())
                .map(kind -> new MessageCard.Kind(kind.name(), say(kind), kind == chosen))
                .toList();
    }

    private static @Nullable String at(@Nullable Complaints complaints, String field) {
        return complaints == null ? null : complaints.at(field);
    }

    private String say(MessageKind kind) {
        return say("message.kind." + kind);
    }

    private String say(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
