package uk.anteroom.patientweb;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.anteroom.consultation.Wait;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;

/**
 * What the waiting room is told, as JSON.
 *
 * @param state {@code absent}, {@code here}, {@code with-another} or {@code late}
 * @param before how many are before them
 * @param minutes about how long it still takes; 0 if nobody can tell
 */
record WaitAnswer(String state, int before, int minutes, Choices choices) {

    private static final int SHOWN_DIGITS = 3;

    /**
     * What can be chosen instead of waiting.
     *
     * @param by {@code sms} or {@code email}: how they are told that it is their turn; null if they cannot be
     * @param ending the last digits of the number, which is all of it that a borrowed phone may show; null without one
     * @param chosen {@code keep}, {@code text}, {@code ring}, or null
     */
    record Choices(
            @Nullable String by,
            @Nullable String ending,
            @Nullable String chosen) {}

    static WaitAnswer of(Wait wait, @Nullable ContactPoint reaches) {
        String number = reaches != null && reaches.channel() == Channel.SMS ? reaches.value() : null;
        return new WaitAnswer(
                word(wait.state()),
                wait.before(),
                wait.minutes(),
                new Choices(
                        reaches == null ? null : word(reaches.channel()),
                        number == null ? null : number.substring(number.length() - SHOWN_DIGITS),
                        wait.wish() == null ? null : word(wait.wish())));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
