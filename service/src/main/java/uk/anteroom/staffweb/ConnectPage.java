package uk.anteroom.staffweb;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import uk.anteroom.desktop.AskingProgram;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.ShownTimes;
import uk.anteroom.web.TextField;

/**
 * The page on which a program is connected.
 *
 * @param code the field for it, where no program was found by one
 * @param asking the program that waits for an answer
 */
record ConnectPage(
        String staffName, TextField code, @Nullable Asking asking) {

    private static final Duration JUST_NOW = Duration.ofSeconds(10);

    /**
     * A program that waits for an answer.
     *
     * @param name a key of messages.properties
     * @param since how long ago it asked; null if that was just now
     * @param near whether it asks from the network this page was opened in
     */
    record Asking(String code, String name, @Nullable String since, boolean near) {}

    static ConnectPage of(
            StaffMember by,
            String typed,
            @Nullable AskingProgram asking,
            MessageSource words,
            Locale locale,
            ShownTimes times) {
        TextField field = TextField.of("code", words.getMessage("connect.code", null, locale), "text")
                .hint(words.getMessage("connect.code.hint", null, locale))
                .autocomplete("off")
                .classes("nhsuk-input--width-10");
        boolean wrong = asking == null && !typed.isBlank();
        return new ConnectPage(
                by.name(),
                wrong ? field.error(words.getMessage("connect.code.wrong", null, locale)) : field,
                asking == null
                        ? null
                        : new Asking(
                                asking.userCode(),
                                ProgramsPage.name(asking.kind()),
                                asking.askedAt().isAfter(times.now().minus(JUST_NOW))
                                        ? null
                                        : times.since(asking.askedAt()),
                                asking.near()));
    }
}
