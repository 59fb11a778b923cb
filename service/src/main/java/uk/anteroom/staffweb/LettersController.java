package uk.anteroom.staffweb;

import java.util.Locale;
import java.util.Map;
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
import uk.anteroom.kernel.Channel;
import uk.anteroom.lettering.LetterKind;
import uk.anteroom.lettering.LetterSaving;
import uk.anteroom.lettering.LetterTemplate;
import uk.anteroom.lettering.LetterTemplates;
import uk.anteroom.needs.Languages;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.NotFound;

/** The words of a practice's letters, as its managers choose them. */
@Controller
@RequestMapping(LetterPages.HREF)
class LettersController {

    /** What may stand behind the question mark; true: it went well. */
    private static final Map<String, Boolean> NOTES = Map.of("saved", true, "deleted", true, "changed", false);

    private final LetterTemplates templates;
    private final LetterPages pages;
    private final MessageSource words;

    LettersController(LetterTemplates templates, LetterPages pages, MessageSource words) {
        this.templates = templates;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping
    ModelAndView list(StaffMember by, @RequestParam(required = false) @Nullable String note) {
        by.mustManage();
        String known = note != null && NOTES.containsKey(note) ? note : null;
        return new ModelAndView(
                "staff/letters", "page", pages.list(by, known, known != null && NOTES.getOrDefault(known, false)));
    }

    @GetMapping("/{kind}/{channel}")
    ModelAndView one(
            StaffMember by,
            @PathVariable String kind,
            @PathVariable String channel,
            @RequestParam(defaultValue = "en") String language) {
        by.mustManage();
        LetterTemplate.Key key = key(kind, channel, language);
        return page(pages.form(by, pages.typed(by, key), null), HttpStatus.OK);
    }

    /**
     * Saves the words.
     *
     * @param preview pressed to see them filled in, and not to save them
     */
    @PostMapping("/{kind}/{channel}")
    ModelAndView save(
            StaffMember by,
            @PathVariable String kind,
            @PathVariable String channel,
            @RequestParam String language,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String letterWords,
            @RequestParam(defaultValue = "false") boolean preview) {
        by.mustManage();
        LetterForm form = new LetterForm(key(kind, channel, language), version, subject, letterWords);
        if (preview) {
            return page(pages.form(by, form, null), HttpStatus.OK);
        }
        return switch (templates.save(by, form.key(), version, subject, letterWords)) {
            case LetterSaving.Done done -> new ModelAndView("redirect:" + LetterPages.HREF + "?note=saved");
            case LetterSaving.Changed(int now) -> page(pages.changed(by, form.over(now)), HttpStatus.CONFLICT);
            case LetterSaving.Wrong(var wrongSubject, var wrongWords) -> {
                Complaints complaints = new Complaints(words, Locale.UK);
                if (wrongSubject != null) {
                    complaints.valueOf("subject", wrongSubject);
                }
                if (wrongWords != null) {
                    complaints.valueOf("letterWords", wrongWords);
                }
                yield page(pages.form(by, form, complaints), HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    @PostMapping("/{kind}/{channel}/removal")
    String delete(
            StaffMember by,
            @PathVariable String kind,
            @PathVariable String channel,
            @RequestParam String language,
            @RequestParam int version) {
        LetterSaving done = templates.delete(by, key(kind, channel, language), version);
        return "redirect:" + LetterPages.HREF + "?note=" + (done instanceof LetterSaving.Done ? "deleted" : "changed");
    }

    private static LetterTemplate.Key key(String kind, String channel, String language) {
        Channel way =
                switch (channel) {
                    case "email" -> Channel.EMAIL;
                    case "sms" -> Channel.SMS;
                    default -> throw new NotFound();
                };
        return new LetterTemplate.Key(
                LetterKind.of(kind).orElseThrow(NotFound::new),
                way,
                Languages.of(language).orElseThrow(NotFound::new));
    }

    private static ModelAndView page(LetterPage page, HttpStatus status) {
        return new ModelAndView("staff/letter", Map.of("page", page), status);
    }
}
