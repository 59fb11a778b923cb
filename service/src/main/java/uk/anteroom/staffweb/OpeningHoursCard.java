package uk.anteroom.staffweb;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.TextArea;
import uk.anteroom.web.TextField;

/** When the practice is open. */
record OpeningHoursCard(List<Day> days, TextArea closedDays) {

    private static final int ROWS = 4;

    /** One day of the week; {@code error} is about either of its fields. */
    record Day(
            String name,
            TextField from,
            TextField to,
            @Nullable String error) {}

    static OpeningHoursCard of(OpeningHoursForm form, Complaints complaints, MessageSource messages) {
        return new OpeningHoursCard(
                Arrays.stream(DayOfWeek.values())
                        .map(day -> day(day, form, complaints, messages))
                        .toList(),
                new TextArea(
                        OpeningHoursForm.CLOSED,
                        messages.getMessage("settings.hours.closed", null, Locale.UK),
                        messages.getMessage("settings.hours.closed.hint", null, Locale.UK),
                        complaints.at(OpeningHoursForm.CLOSED),
                        ROWS,
                        form.closed()));
    }

    private static Day day(DayOfWeek day, OpeningHoursForm form, Complaints complaints, MessageSource messages) {
        String name = day.getDisplayName(TextStyle.FULL, Locale.UK);
        String from = OpeningHoursForm.from(day);
        String to = OpeningHoursForm.to(day);
        String error = complaints.at(from) == null ? complaints.at(to) : complaints.at(from);
        return new Day(
                name,
                time(from, messages.getMessage("settings.hours.from", new Object[] {name}, Locale.UK))
                        .value(form.typed(from)),
                time(to, messages.getMessage("settings.hours.to", new Object[] {name}, Locale.UK))
                        .value(form.typed(to)),
                error);
    }

    private static TextField time(String id, String label) {
        return TextField.of(id, label, "text").autocomplete("off").classes("nhsuk-input--width-5");
    }
}
