package uk.anteroom.staffweb;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.call.Calls;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.StaffMember;

/** The settings of a practice. */
@Controller
@RequestMapping("/settings")
class SettingsController {

    private final Practices practices;
    private final Calls calls;
    private final SettingsPages pages;
    private final MessageSource words;

    SettingsController(Practices practices, Calls calls, SettingsPages pages, MessageSource words) {
        this.practices = practices;
        this.calls = calls;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping
    ModelAndView settings(StaffMember by, @RequestParam(required = false) @Nullable String saved) {
        by.mustManage();
        return new ModelAndView("staff/settings", "page", pages.page(by).savedNow(saved != null));
    }

    @PostMapping
    ModelAndView save(StaffMember by, @RequestParam(defaultValue = "false") boolean alwaysRelay) {
        by.mustManage();
        if (alwaysRelay && !calls.hasRelay()) {
            String error = words.getMessage("settings.noRelay", null, Locale.UK);
            return SettingsPages.refused(pages.page(by).withAlwaysRelay(pages.alwaysRelay(true, error)));
        }
        practices.alwaysRelay(by, alwaysRelay);
        return new ModelAndView(SettingsPages.SAVED);
    }

    @PostMapping("/codes")
    String codes(StaffMember by, @RequestParam(defaultValue = "false") boolean codesTelephone) {
        practices.codesTelephone(by, codesTelephone);
        return SettingsPages.SAVED;
    }
}
