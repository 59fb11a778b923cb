package uk.anteroom.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import uk.anteroom.delivery.Carrier;
import uk.anteroom.delivery.Handover;
import uk.anteroom.delivery.LetterId;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.delivery.Parcel;
import uk.anteroom.delivery.Problem;
import uk.anteroom.kernel.Channel;

/** Hands emails to an SMTP server. The Message-ID is the letter's own id, whichever try it is. */
@Component
class SmtpCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpCarrier.class);
    /** The server closed the connection instead of answering (Angus Mail's own code). */
    private static final int NO_ANSWER = -1;
    /** RFC 5321: exceeded storage allocation. */
    private static final int MAILBOX_FULL = 552;

    private final JavaMailSender sender;
    private final String from;

    SmtpCarrier(JavaMailSender sender, SmtpSettings settings) {
        this.sender = sender;
        this.from = settings.from();
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Handover handOver(Parcel parcel) {
        LetterId id = parcel.reference().letter();
        try {
            sender.send(message(id, parcel.to().value(), (LetterText.Email) parcel.text()));
            return new Handover.Taken();
        } catch (MailAuthenticationException e) {
            LOG.error("The email server does not accept our credentials");
            return new Handover.NotNow(Problem.UNREACHABLE);
        } catch (MailSendException e) {
            return e.getFailedMessages().values().stream()
                    .findFirst()
                    // the same failure for the letter and for the whole: it never came to a conversation
                    .map(failure ->
                            failure == e.getCause() ? new Handover.NotNow(Problem.UNREACHABLE) : meaning(failure))
                    // only saying goodbye failed
                    .orElseGet(Handover.Taken::new);
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            LOG.error(
                    "Letter {} cannot be made into an email: {}",
                    id,
                    e.getClass().getSimpleName());
            return new Handover.Refused(Problem.REFUSED);
        }
    }

    private MimeMessage message(LetterId id, String to, LetterText.Email email)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper parts =
                new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED, StandardCharsets.UTF_8.name());
        parts.setFrom(from, email.senderName());
        parts.setTo(to);
        parts.setSubject(email.subject());
        parts.setText(email.text(), email.html());
        message.setHeader("Message-ID", "<" + id + from.substring(from.indexOf('@')) + ">");
        // RFC 3834: keeps out-of-office replies away
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static Handover meaning(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return byCode(address.getReturnCode(), Problem.UNKNOWN_ADDRESS);
            }
        }
        if (failure instanceof SMTPSendFailedException send) {
            boolean textWasGiven =
                    !send.getCommand().startsWith("MAIL") && !send.getCommand().startsWith("RCPT");
            if (send.getReturnCode() == NO_ANSWER && textWasGiven) {
                return new Handover.Unclear();
            }
            return byCode(send.getReturnCode(), Problem.REFUSED);
        }
        return new Handover.NotNow(Problem.UNREACHABLE);
    }

    private static Handover byCode(int code, Problem problem) {
        if (code == MAILBOX_FULL) {
            return new Handover.Refused(Problem.NOT_REACHED);
        }
        return code >= 500 ? new Handover.Refused(problem) : new Handover.NotNow(Problem.UNREACHABLE);
    }

    private static @Nullable Throwable next(Throwable failure) {
        Exception inMail = failure instanceof MessagingException mail ? mail.getNextException() : null;
        return inMail != null ? inMail : failure.getCause();
    }
}
