package uk.anteroom.publicweb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.util.MultiValueMap;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.DateField;
import uk.anteroom.web.TextArea;
import uk.anteroom.web.TextField;

/** Makes the fields of a question with their words and complaints. The words of a field are {@code ask.<id>}, its hint {@code ask.<id>.hint} where there is one. */
final class Fields {

    private final MessageSource messages;
    private final Complaints complaints;
    private final Locale locale;

    Fields(MessageSource messages, Complaints complaints, Locale locale) {
        this.messages = messages;
        this.complaints = complaints;
        this.locale = locale;
    }

    /** What one field of a form holds. */
    static String typed(MultiValueMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }

    /** The constant of that name; null for anything else. */
    static <E extends Enum<E>> @Nullable E chosen(MultiValueMap<String, String> form, String field, Class<E> kind) {
        String value = typed(form, field);
        for (E constant : kind.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        return null;
    }

    TextField text(String id, String type, String typed) {
        TextField field = TextField.of(id, says("ask." + id), type).value(typed).error(complaints.at(id));
        String hint = hint(id);
        return hint == null ? field : field.hint(hint);
    }

    TextArea area(String id, int rows, String typed) {
        return new TextArea(id, says("ask." + id), hint(id), complaints.at(id), rows, typed);
    }

    DateField birth(String day, String month, String year) {
        return new DateField(
                "birth", says("birth.legend"), says("birth.hint"), complaints.at("birth-day"), day, month, year, true);
    }

    /** {@code heading}: it is the only field, and its legend the heading of the page. */
    @SafeVarargs
    final <E extends Enum<E>> ChoiceField choice(String id, boolean heading, @Nullable E chosen, E... options) {
        List<ChoiceField.Option> shown = new ArrayList<>();
        for (E option : options) {
            String key =
                    "ask." + id + "." + option.name().toLowerCase(Locale.ROOT).replace('_', '-');
            shown.add(new ChoiceField.Option(
                    shown.isEmpty() ? id : id + "-" + (shown.size() + 1),
                    option.name(),
                    says(key),
                    messages.getMessage(key + ".more", null, null, locale),
                    option == chosen));
        }
        return new ChoiceField(id, says("ask." + id), heading, hint(id), complaints.at(id), shown);
    }

    private @Nullable String hint(String id) {
        return messages.getMessage("ask." + id + ".hint", null, null, locale);
    }

    private String says(String key) {
        return messages.getMessage(key, null, locale);
    }
}
