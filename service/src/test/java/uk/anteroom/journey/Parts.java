package uk.anteroom.journey;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;

/** Reads emails. */
public final class Parts {

    private Parts() {}

    /** All its text parts, decoded, one after the other. */
    public static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof MimeMultipart many) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < many.getCount(); i++) {
                BodyPart one = many.getBodyPart(i);
                text.append(text(one)).append('\n');
            }
            return text.toString();
        }
        return content.toString();
    }

    public static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().equals(address));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
