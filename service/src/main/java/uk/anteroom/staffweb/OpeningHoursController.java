package uk.anteroom.staffweb;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.practice.OpeningHours;
import uk.anteroom.practice.Openings;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Complaints;

/** Receives when the practice is open. */
@Controller
class OpeningHoursController {

    private final Openings openings;
    private final SettingsPages pages;
    private final Clock clock;
    private final MessageSource words;

    OpeningHoursController(Openings openings, SettingsPages pages, Clock clock, MessageSource words) {
        this.openings = openings;
        this.pages = pages;
        this.clock = clock;
        this.words = words;
    }

    @PostMapping("/settings/opening-hours")
    ModelAndView save(StaffMember by, @RequestParam Map<String, String> fields) {
        by.mustManage();
        OpeningHoursForm form = OpeningHoursForm.typed(fields);
        Complaints complaints = new Complaints(words, Locale.UK);
        OpeningHours hours = form.read(complaints, LocalDate.now(clock));
        if (complaints.any()) {
            return SettingsPages.refused(pages.page(by).with(OpeningHoursCard.of(form, complaints, words)));
        }
        openings.set(by, hours);
        return new ModelAndView(SettingsPages.SAVED);
    }
}
