package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.anteroom.call.Calls;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.StaffMember;

/** The settings of a practice. */
@Controller
@RequestMapping("/settings")
class SettingsController {

    private final Practices practices;
    private final Calls calls;
    private final MessageSource words;

    SettingsController(Practices practices, Calls calls, MessageSource words) {
        this.practices = practices;
        this.calls = calls;
        this.words = words;
    }

    @GetMapping
    String settings(StaffMember by, Model model, @RequestParam(required = false) @Nullable String saved) {
        by.mustManage();
        boolean on = practices.get(by.practice()).alwaysRelay();
        model.addAttribute("page", SettingsPage.of(on, calls.hasRelay(), saved != null, null));
        return "staff/settings";
    }

    @PostMapping
    String save(
            StaffMember by,
            @RequestParam(defaultValue = "false") boolean alwaysRelay,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        by.mustManage();
        if (alwaysRelay && !calls.hasRelay()) {
            String error = words.getMessage("settings.noRelay", null, locale);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", SettingsPage.of(true, false, false, error));
            return "staff/settings";
        }
        practices.alwaysRelay(by, alwaysRelay);
        return "redirect:/settings?saved";
    }
}
