package uk.anteroom.demo.phone;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.Gsm7;

/**
 * The page of the telephones.
 *
 * @param self its own address, to ask again
 */
record PhonePage(List<Row> rows, String self) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final int PREVIEW = 90;

    /**
     * A message, in the list and opened.
     *
     * @param when for the opened message: Today 10:24
     * @param open whether this is the one that is shown whole
     * @param count what a text message costs; empty for an email
     * @param number of how many that came to the same place, itself counted
     */
    record Row(
            UUID id,
            String channel,
            boolean email,
            String to,
            String sender,
            @Nullable String subject,
            String preview,
            List<Linked> text,
            String when,
            String time,
            boolean open,
            boolean html,
            String count,
            int number) {}

    static PhonePage of(List<PhoneMessage> messages, @Nullable UUID chosen, Clock clock) {
        UUID open = chosen != null || messages.isEmpty()
                ? chosen
                : messages.getFirst().reference();
        return new PhonePage(
                messages.stream().map(message -> row(message, open, clock)).toList(),
                chosen == null ? "/demo/phone" : "/demo/phone?message=" + chosen);
    }

    private static Row row(PhoneMessage message, @Nullable UUID open, Clock clock) {
        boolean email = message.channel() == Channel.EMAIL;
        ZonedDateTime arrived = message.arrivedAt().atZone(clock.getZone());
        String first = message.subject() == null ? message.body() : message.subject();
        return new Row(
                message.reference(),
                email ? "email" : "sms",
                email,
                message.to(),
                message.sender(),
                message.subject(),
                first.length() > PREVIEW ? first.substring(0, PREVIEW) + "…" : first,
                Linked.pieces(message.body()),
                (arrived.toLocalDate().equals(LocalDate.now(clock)) ? "Today" : DAY.format(arrived)) + " "
                        + MINUTE.format(arrived),
                TIME.format(arrived),
                message.reference().equals(open),
                message.html() != null,
                email ? "" : count(message.body()),
                message.number());
    }

    private static String count(String text) {
        int length = Gsm7.length(text);
        return length <= Gsm7.SEGMENT
                ? length + " of " + Gsm7.SEGMENT + " characters: one text message"
                : length + " characters: more than one text message";
    }
}
