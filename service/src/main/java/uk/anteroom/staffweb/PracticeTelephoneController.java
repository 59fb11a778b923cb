package uk.anteroom.staffweb;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.practice.PracticeTelephone;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Complaints;

/** Receives the practice's telephone number. */
@Controller
class PracticeTelephoneController {

    private final Practices practices;
    private final SettingsPages pages;
    private final MessageSource words;

    PracticeTelephoneController(Practices practices, SettingsPages pages, MessageSource words) {
        this.practices = practices;
        this.pages = pages;
        this.words = words;
    }

    @PostMapping("/settings/telephone")
    ModelAndView save(StaffMember by, @RequestParam(defaultValue = "") String telephone) {
        by.mustManage();
        Complaints complaints = new Complaints(words, Locale.UK);
        PracticeTelephone number = complaints.valueOf("telephone", PracticeTelephone.read(telephone));
        if (number == null) {
            return SettingsPages.refused(
                    pages.page(by).withTelephone(pages.telephone(telephone, complaints.at("telephone"))));
        }
        practices.telephone(by, number);
        return new ModelAndView(SettingsPages.SAVED);
    }
}
