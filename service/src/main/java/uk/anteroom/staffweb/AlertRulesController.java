package uk.anteroom.staffweb;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.alert.AlertKind;
import uk.anteroom.alert.AlertRule;
import uk.anteroom.alert.AlertRules;
import uk.anteroom.alert.Audience;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.NotFound;

/** Receives who is told of what comes in. Boxes of people who do not work there count for nothing. */
@Controller
class AlertRulesController {

    private final AlertRules rules;
    private final Staff staff;
    private final SettingsPages pages;
    private final MessageSource words;

    AlertRulesController(AlertRules rules, Staff staff, SettingsPages pages, MessageSource words) {
        this.rules = rules;
        this.staff = staff;
        this.pages = pages;
        this.words = words;
    }

    @PostMapping("/settings/alerts/{word}")
    ModelAndView save(StaffMember by, @PathVariable String word, @RequestParam Map<String, String> fields) {
        by.mustManage();
        AlertKind kind = AlertKind.of(word).orElseThrow(NotFound::new);
        Audience told = Arrays.stream(Audience.values())
                .filter(one -> one.name().equals(fields.get(AlertCard.TOLD + word)))
                .findFirst()
                .orElseThrow(NotFound::new);
        Set<StaffId> chosen = staff.whoInvite(by.practice()).stream()
                .map(StaffMember::id)
                .filter(id -> fields.containsKey(AlertCard.box(kind, id)))
                .collect(Collectors.toUnmodifiableSet());
        AlertRule rule = new AlertRule(told, chosen);
        if (told == Audience.CHOSEN && chosen.isEmpty()) {
            String error = words.getMessage("settings.alerts.nobody.chosen", null, Locale.UK);
            return SettingsPages.refused(pages.page(by).with(pages.alert(by, kind, rule, error)));
        }
        rules.set(by, kind, rule);
        return new ModelAndView(SettingsPages.SAVED);
    }
}
