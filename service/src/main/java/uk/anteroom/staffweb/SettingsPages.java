package uk.anteroom.staffweb;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.alert.AlertKind;
import uk.anteroom.alert.AlertRule;
import uk.anteroom.alert.AlertRules;
import uk.anteroom.call.Calls;
import uk.anteroom.duty.Duty;
import uk.anteroom.duty.DutyList;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.practice.Notices;
import uk.anteroom.practice.Openings;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.TextField;

/** Puts the page of the settings together; each card's own controller puts back what was typed there and refused. */
@Component
class SettingsPages {

    static final String SAVED = "redirect:/settings?saved";

    private final Practices practices;
    private final Openings openings;
    private final Notices notices;
    private final Calls calls;
    private final DutyList duty;
    private final AlertRules alerts;
    private final Staff staff;
    private final KernelSettings settings;
    private final MessageSource words;

    SettingsPages(
            Practices practices,
            Openings openings,
            Notices notices,
            Calls calls,
            DutyList duty,
            AlertRules alerts,
            Staff staff,
            KernelSettings settings,
            MessageSource words) {
        this.practices = practices;
        this.openings = openings;
        this.notices = notices;
        this.calls = calls;
        this.duty = duty;
        this.alerts = alerts;
        this.staff = staff;
        this.settings = settings;
        this.words = words;
    }

    /** As everything stands. */
    SettingsPage page(StaffMember by) {
        Practice practice = practices.get(by.practice());
        Duty onDuty = duty.of(by.practice());
        Complaints none = new Complaints(words, Locale.UK);
        return new SettingsPage(
                false,
                calls.hasRelay(),
                settings.at("/p/" + practice.publicCode()).toString(),
                alwaysRelay(practice.alwaysRelay(), null),
                telephone(practice.telephone(), null),
                OpeningHoursCard.of(OpeningHoursForm.of(openings.of(by.practice())), none, words),
                NoticeCard.of(notices.of(by.practice()), none, words),
                publicCode(practice.publicCode(), null),
                linkHours(String.valueOf(practice.linkLife().toHours()), null),
                DutyCard.of(
                        staff.whoInvite(by.practice()),
                        onDuty,
                        String.valueOf(onDuty.after().toMinutes()),
                        null,
                        words),
                Arrays.stream(AlertKind.values())
                        .map(kind -> alert(by, kind, alerts.of(by.practice(), kind), null))
                        .toList(),
                new Checkbox(
                        "codesTelephone",
                        says("settings.code.telephone"),
                        "true",
                        says("settings.code.telephone.hint"),
                        null,
                        practice.codesTelephone()));
    }

    /** With what was typed and refused. */
    static ModelAndView refused(SettingsPage page) {
        return new ModelAndView("staff/settings", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    Checkbox alwaysRelay(boolean on, @Nullable String error) {
        return new Checkbox(
                "alwaysRelay",
                says("settings.addresses.relay"),
                "true",
                says("settings.addresses.relay.hint"),
                error,
                on);
    }

    AlertCard alert(StaffMember by, AlertKind kind, AlertRule rule, @Nullable String error) {
        boolean nobodyOnDuty = duty.of(by.practice()).staff().isEmpty();
        return AlertCard.of(kind, rule, staff.whoInvite(by.practice()), nobodyOnDuty, error, words);
    }

    TextField telephone(String typed, @Nullable String error) {
        return TextField.of("telephone", says("settings.telephone.label"), "tel")
                .hint(says("settings.telephone.hint"))
                .autocomplete("off")
                .classes("nhsuk-input--width-20")
                .value(typed)
                .error(error);
    }

    TextField publicCode(String typed, @Nullable String error) {
        return TextField.of("publicCode", says("settings.public.label"), "text")
                .hint(says("settings.public.hint"))
                .autocomplete("off")
                .classes("nhsuk-input--width-5")
                .value(typed)
                .error(error);
    }

    TextField linkHours(String typed, @Nullable String error) {
        return TextField.of("linkHours", says("settings.link.hours"), "text")
                .hint(says("settings.link.hours.hint"))
                .inputmode("numeric")
                .autocomplete("off")
                .classes("nhsuk-input--width-3")
                .value(typed)
                .error(error);
    }

    private String says(String key) {
        return words.getMessage(key, null, Locale.UK);
    }
}
