package uk.anteroom.staffweb;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.duty.Duty;
import uk.anteroom.duty.DutyList;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;

/** Receives the duty list. Boxes of people who do not work there count for nothing. */
@Controller
class DutyController {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,3}");

    private final DutyList duty;
    private final Staff staff;
    private final SettingsPages pages;
    private final MessageSource words;

    DutyController(DutyList duty, Staff staff, SettingsPages pages, MessageSource words) {
        this.duty = duty;
        this.staff = staff;
        this.pages = pages;
        this.words = words;
    }

    @PostMapping("/settings/duty")
    ModelAndView save(
            StaffMember by, @RequestParam(defaultValue = "") String minutes, @RequestParam Map<String, String> fields) {
        by.mustManage();
        Set<StaffId> chosen = staff.whoInvite(by.practice()).stream()
                .map(StaffMember::id)
                .filter(id -> fields.containsKey(DutyCard.BOX + id))
                .collect(Collectors.toUnmodifiableSet());
        Optional<Duration> after = read(minutes.strip());
        if (after.isEmpty()) {
            String error = words.getMessage("settings.duty.minutes.wrong", null, Locale.UK);
            DutyCard card =
                    DutyCard.of(staff.whoInvite(by.practice()), new Duty(chosen, Duty.DEFAULT), minutes, error, words);
            return SettingsPages.refused(pages.page(by).with(card));
        }
        duty.set(by, new Duty(chosen, after.get()));
        return new ModelAndView(SettingsPages.SAVED);
    }

    private static Optional<Duration> read(String typed) {
        return Optional.of(typed)
                .filter(text -> WHOLE.matcher(text).matches())
                .map(Integer::parseInt)
                .filter(number -> number >= Duty.LEAST_MINUTES && number <= Duty.MOST_MINUTES)
                .map(Duration::ofMinutes);
    }
}
