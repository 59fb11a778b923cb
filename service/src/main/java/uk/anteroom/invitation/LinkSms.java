package uk.anteroom.invitation;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import uk.anteroom.kernel.Gsm7;

/**
 * The text message with the link, in one segment of 160 GSM-7 characters. Where it is too long, words go in this order: "free", the clinician's
 * name, the end of the practice's name; never the link or the telephone number.
 */
public final class LinkSms {

    private static final List<String> FORMS = List.of("", ".short", ".shortest");

    private LinkSms() {}

    /** Writes the text of an occasion, whose three forms are the messages {@code sms.occasion}, {@code …short} and {@code …shortest}. */
    public static String write(
            MessageSource messages,
            Locale locale,
            String occasion,
            String practice,
            String clinician,
            String link,
            String telephone) {
        String surgery = Gsm7.plain(practice);
        for (String form : FORMS) {
            String text = fill(messages, "sms." + occasion + form, locale, surgery, clinician, link, telephone);
            if (Gsm7.length(text) <= Gsm7.SEGMENT) {
                return text;
            }
        }
        String form = "sms." + occasion + FORMS.getLast();
        while (true) {
            int lastWord = surgery.lastIndexOf(' ');
            surgery = lastWord > 0
                    ? surgery.substring(0, lastWord)
                    : surgery.substring(0, Math.max(0, surgery.length() - 1));
            String text = fill(messages, form, locale, surgery, clinician, link, telephone);
            if (Gsm7.length(text) <= Gsm7.SEGMENT || surgery.isEmpty()) {
                return text;
            }
        }
    }

    private static String fill(
            MessageSource messages,
            String form,
            Locale locale,
            String practice,
            String clinician,
            String link,
            String telephone) {
        return messages.getMessage(form, new Object[] {practice, Gsm7.plain(clinician), link, telephone}, locale);
    }
}
