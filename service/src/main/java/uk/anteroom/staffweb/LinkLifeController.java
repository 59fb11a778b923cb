package uk.anteroom.staffweb;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.practice.LinkLife;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Complaints;

/** Receives how long links work. */
@Controller
class LinkLifeController {

    private final Practices practices;
    private final SettingsPages pages;
    private final MessageSource words;

    LinkLifeController(Practices practices, SettingsPages pages, MessageSource words) {
        this.practices = practices;
        this.pages = pages;
        this.words = words;
    }

    @PostMapping("/settings/link-life")
    ModelAndView save(StaffMember by, @RequestParam(defaultValue = "") String linkHours) {
        by.mustManage();
        Complaints complaints = new Complaints(words, Locale.UK);
        LinkLife life = complaints.valueOf("linkHours", LinkLife.read(linkHours));
        if (life == null) {
            return SettingsPages.refused(
                    pages.page(by).withLinkHours(pages.linkHours(linkHours, complaints.at("linkHours"))));
        }
        practices.linkLife(by, life);
        return new ModelAndView(SettingsPages.SAVED);
    }
}
