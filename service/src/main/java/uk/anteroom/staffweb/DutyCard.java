package uk.anteroom.staffweb;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import uk.anteroom.duty.Duty;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.TextField;

/** Who is told of patients nobody looks after, and after how long. */
record DutyCard(List<Checkbox> staff, TextField minutes) {

    /** Before the id of a member of staff, in the name of their box. */
    static final String BOX = "duty-";

    static DutyCard of(
            List<StaffMember> staff, Duty duty, String minutes, @Nullable String error, MessageSource words) {
        return new DutyCard(
                staff.stream()
                        .map(one -> new Checkbox(
                                BOX + one.id(),
                                one.name(),
                                "true",
                                null,
                                null,
                                duty.staff().contains(one.id())))
                        .toList(),
                TextField.of("minutes", words.getMessage("settings.duty.minutes", null, Locale.UK), "text")
                        .hint(words.getMessage("settings.duty.minutes.hint", null, Locale.UK))
                        .inputmode("numeric")
                        .autocomplete("off")
                        .classes("nhsuk-input--width-2")
                        .value(minutes)
                        .error(error));
    }
}
