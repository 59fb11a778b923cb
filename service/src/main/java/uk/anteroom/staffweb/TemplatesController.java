package uk.anteroom.staffweb;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.messagetemplate.MessageTemplates;
import uk.anteroom.messagetemplate.Saving;
import uk.anteroom.messagetemplate.TemplateId;
import uk.anteroom.messagetemplate.TemplateName;
import uk.anteroom.messagetemplate.TemplateText;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.NotFound;

/** The templates of a practice, as its managers keep them. */
@Controller
@RequestMapping(TemplatePages.HREF)
class TemplatesController {

    /** What may stand behind the question mark; true: it went well. */
    private static final Map<String, Boolean> NOTES = Map.of("saved", true, "deleted", true, "gone", false);

    private final MessageTemplates templates;
    private final TemplatePages pages;
    private final MessageSource words;

    TemplatesController(MessageTemplates templates, TemplatePages pages, MessageSource words) {
        this.templates = templates;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping
    ModelAndView list(StaffMember by, @RequestParam(required = false) @Nullable String note) {
        by.mustManage();
        String known = note != null && NOTES.containsKey(note) ? note : null;
        return new ModelAndView(
                "staff/templates", "page", pages.list(by, known, known != null && NOTES.getOrDefault(known, false)));
    }

    @GetMapping("/new")
    ModelAndView fresh(StaffMember by) {
        by.mustManage();
        return page(pages.form(by, TemplateForm.fresh(), null), HttpStatus.OK);
    }

    @GetMapping("/{id}")
    ModelAndView one(StaffMember by, @PathVariable UUID id) {
        by.mustManage();
        TemplateForm form =
                templates.find(by, new TemplateId(id)).map(TemplateForm::of).orElseThrow(NotFound::new);
        return page(pages.form(by, form, null), HttpStatus.OK);
    }

    /**
     * Saves a template, a new one too: its form has drawn the id.
     *
     * @param preview pressed to see it filled in, and not to save it
     */
    @PostMapping("/{id}")
    ModelAndView save(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String templateName,
            @RequestParam(defaultValue = "") String templateText,
            @RequestParam(required = false) @Nullable MessageKind templateKind,
            @RequestParam(defaultValue = "false") boolean preview) {
        by.mustManage();
        TemplateForm form = new TemplateForm(id, version, templateName, templateText, templateKind);
        if (preview) {
            return page(pages.form(by, form, null), HttpStatus.OK);
        }
        Complaints complaints = new Complaints(words, Locale.UK);
        TemplateName name = complaints.valueOf("templateName", TemplateName.read(templateName));
        TemplateText text = complaints.valueOf("templateText", TemplateText.read(templateText));
        if (templateKind == null) {
            complaints.about("templateKind", "message.kind.missing");
        }
        if (name != null && text != null && templateKind != null) {
            switch (templates.save(by, new TemplateId(id), version, name, templateKind, text)) {
                case Saving.Done done -> {
                    return new ModelAndView("redirect:" + TemplatePages.HREF + "?note=saved");
                }
                case Saving.Changed(var now) -> {
                    return page(pages.changed(by, form.over(now.version()), now, true), HttpStatus.CONFLICT);
                }
                case Saving.Gone gone -> {
                    return page(pages.gone(by, form.over(0)), HttpStatus.NOT_FOUND);
                }
                case Saving.NameTaken nameTaken -> complaints.about("templateName", "template.name.taken");
                case Saving.TooMany tooMany ->
                    complaints.about("templateName", "template.tooMany", MessageTemplates.MOST);
            }
        }
        return page(pages.form(by, form, complaints), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{id}/removal")
    ModelAndView delete(StaffMember by, @PathVariable UUID id, @RequestParam int version) {
        return switch (templates.delete(by, new TemplateId(id), version)) {
            case Saving.Changed(var now) ->
                page(pages.changed(by, TemplateForm.of(now), now, false), HttpStatus.CONFLICT);
            case Saving.Gone gone -> new ModelAndView("redirect:" + TemplatePages.HREF + "?note=gone");
            case Saving.Done done -> new ModelAndView("redirect:" + TemplatePages.HREF + "?note=deleted");
        };
    }

    private static ModelAndView page(TemplatePage page, HttpStatus status) {
        return new ModelAndView("staff/template", Map.of("page", page), status);
    }
}
