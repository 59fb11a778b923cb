package uk.anteroom.staffweb;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import uk.anteroom.alert.AlertKind;
import uk.anteroom.alert.AlertRule;
import uk.anteroom.alert.Audience;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.SelectField;

/**
 * Who is told of one kind of thing that comes in.
 *
 * @param people who can be chosen
 * @param open whether they are shown at once
 * @param saves what the button says behind its word
 */
record AlertCard(AlertKind kind, SelectField told, List<Checkbox> people, boolean open, String saves) {

    /** Of the list, before the kind's word. */
    static final String TOLD = "told-";

    /** In the name of somebody's box. */
    static String box(AlertKind kind, StaffId staff) {
        return kind.word() + "-" + staff;
    }

    static AlertCard of(
            AlertKind kind,
            AlertRule rule,
            List<StaffMember> staff,
            boolean nobodyOnDuty,
            @Nullable String error,
            MessageSource words) {
        boolean inVain = rule.told() == Audience.ON_DUTY && nobodyOnDuty;
        return new AlertCard(
                kind,
                new SelectField(
                        TOLD + kind.word(),
                        say(words, "settings.alerts." + kind),
                        inVain ? say(words, "settings.alerts.nobody.on.duty") : null,
                        error,
                        Arrays.stream(Audience.values())
                                .map(one -> new SelectField.Option(
                                        one.name(), say(words, "settings.alerts." + one), one == rule.told()))
                                .toList()),
                staff.stream()
                        .map(one -> new Checkbox(
                                box(kind, one.id()),
                                one.name(),
                                "true",
                                null,
                                null,
                                rule.chosen().contains(one.id())))
                        .toList(),
                rule.told() == Audience.CHOSEN,
                say(words, "settings.alerts.save." + kind));
    }

    private static String say(MessageSource words, String key) {
        return words.getMessage(key, null, Locale.UK);
    }
}
