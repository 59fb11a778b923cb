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
import uk.anteroom.duty.Duty;
import uk.anteroom.duty.DutyList;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Checkbox;

/** The settings of a practice. */
@Controller
@RequestMapping("/settings")
class SettingsController {

    private final Practices practices;
    private final Calls calls;
    private final DutyList duty;
    private final Staff staff;
    private final MessageSource words;

    SettingsController(Practices practices, Calls calls, DutyList duty, Staff staff, MessageSource words) {
        this.practices = practices;
        this.calls = calls;
        this.duty = duty;
        this.staff = staff;
        this.words = words;
    }

    @GetMapping
    String settings(StaffMember by, Model model, @RequestParam(required = false) @Nullable String saved) {
        by.mustManage();
        model.addAttribute("page", page(by, saved != null, duty(by)));
        return "staff/settings";
    }

    /** The page as it stands, with that card for the duty list. */
    SettingsPage page(StaffMember by, boolean saved, DutyCard card) {
        boolean on = practices.get(by.practice()).alwaysRelay();
        return SettingsPage.of(on, calls.hasRelay(), saved, null, card, codesTelephone(by));
    }

    @PostMapping("/codes")
    String codes(StaffMember by, @RequestParam(defaultValue = "false") boolean codesTelephone) {
        practices.codesTelephone(by, codesTelephone);
        return "redirect:/settings?saved";
    }

    private Checkbox codesTelephone(StaffMember by) {
        return new Checkbox(
                "codesTelephone",
                words.getMessage("settings.code.telephone", null, Locale.UK),
                "true",
                words.getMessage("settings.code.telephone.hint", null, Locale.UK),
                null,
                practices.get(by.practice()).codesTelephone());
    }

    private DutyCard duty(StaffMember by) {
        Duty now = duty.of(by.practice());
        return DutyCard.of(
                staff.whoInvite(by.practice()), now, String.valueOf(now.after().toMinutes()), null, words);
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
            model.addAttribute("page", SettingsPage.of(true, false, false, error, duty(by), codesTelephone(by)));
            return "staff/settings";
        }
        practices.alwaysRelay(by, alwaysRelay);
        return "redirect:/settings?saved";
    }
}
