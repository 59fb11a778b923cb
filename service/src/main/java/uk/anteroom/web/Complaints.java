package uk.anteroom.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import uk.anteroom.kernel.Reading;

/** Gathers what is wrong with a form, in the order of its fields. */
public final class Complaints {

    private final MessageSource messages;
    private final Locale locale;
    private final List<Complaint> complaints = new ArrayList<>();

    public Complaints(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** Complains about a field with a text of messages.properties. */
    public void about(String field, String message, Object... arguments) {
        complaints.add(new Complaint(field, messages.getMessage(message, arguments, locale)));
    }

    /** The value that was read, or null and a complaint at the field. */
    public <T> @Nullable T valueOf(String field, Reading<T> reading) {
        return switch (reading) {
            case Reading.Right<T>(T value) -> value;
            case Reading.Wrong<T>(String message, List<Object> arguments) -> {
                about(field, message, arguments.toArray());
                yield null;
            }
        };
    }

    public boolean any() {
        return !complaints.isEmpty();
    }

    public List<Complaint> all() {
        return List.copyOf(complaints);
    }

    /** The first complaint about a field, for the error message above it. */
    public @Nullable String at(String field) {
        return complaints.stream()
                .filter(complaint -> complaint.field().equals(field))
                .map(Complaint::text)
                .findFirst()
                .orElse(null);
    }
}
