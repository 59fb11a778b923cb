package uk.anteroom.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.intake.Answers.Safety;
import uk.anteroom.intake.Answers.Signs;
import uk.anteroom.intake.Answers.Way;

/** Writes the words of a request as staff read them: the person's own first, then what they answered. */
@Component
class RequestWords {

    private final MessageSource messages;

    RequestWords(MessageSource messages) {
        this.messages = messages;
    }

    String body(Signs signs, String details, @Nullable Safety safety, Way way) {
        List<String> lines = new ArrayList<>();
        if (signs != Signs.NONE) {
            lines.add(says("answered.signs"));
        }
        if (safety != null) {
            lines.add(says("answered.worse", choice(Objects.requireNonNull(safety.worse()))));
            lines.add(says("answered.since", safety.since()));
            lines.add(
                    says("answered.tried", safety.tried().isEmpty() ? says("answered.tried.nothing") : safety.tried()));
            lines.add(says("answered.soon", choice(Objects.requireNonNull(safety.soon()))));
        }
        lines.add(says("answered.way", choice(way)));
        return details + "\n\n" + String.join("\n", lines);
    }

    private String choice(Enum<?> chosen) {
        return says("answered." + chosen.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "."
                + chosen.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String says(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}
