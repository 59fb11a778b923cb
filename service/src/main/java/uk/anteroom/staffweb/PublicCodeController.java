package uk.anteroom.staffweb;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.PublicCode;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Complaints;

/** Receives the letters that links begin with. */
@Controller
class PublicCodeController {

    private static final String FIELD = "publicCode";

    private final Practices practices;
    private final SettingsPages pages;
    private final MessageSource words;

    PublicCodeController(Practices practices, SettingsPages pages, MessageSource words) {
        this.practices = practices;
        this.pages = pages;
        this.words = words;
    }

    @PostMapping("/settings/public-code")
    ModelAndView save(StaffMember by, @RequestParam(defaultValue = "") String publicCode) {
        by.mustManage();
        Complaints complaints = new Complaints(words, Locale.UK);
        PublicCode code = complaints.valueOf(FIELD, PublicCode.read(publicCode));
        if (code != null && practices.publicCode(by, code)) {
            return new ModelAndView(SettingsPages.SAVED);
        }
        if (code != null) {
            complaints.about(FIELD, "settings.public.taken");
        }
        return SettingsPages.refused(pages.page(by).withPublicCode(pages.publicCode(publicCode, complaints.at(FIELD))));
    }
}
