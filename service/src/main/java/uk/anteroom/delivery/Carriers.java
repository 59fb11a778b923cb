package uk.anteroom.delivery;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.PracticeId;

/** Hands a written letter to whoever carries its channel. */
@Component
class Carriers {

    private final SmtpCarrier smtp;
    private final ObjectProvider<SmsGateway> sms;

    Carriers(SmtpCarrier smtp, ObjectProvider<SmsGateway> sms) {
        this.smtp = smtp;
        this.sms = sms;
    }

    Handover handOver(PracticeId practice, LetterDesk.Written written) {
        LetterId id = written.outgoing().letter().id();
        return switch (written.text()) {
            case LetterText.Email email ->
                smtp.send(id, (EmailAddress) written.outgoing().to(), email);
            case LetterText.Sms text -> {
                SmsGateway gateway = sms.getIfAvailable();
                yield gateway == null
                        ? new Handover.Refused(Problem.NOT_SET_UP)
                        : gateway.send(
                                practice, id, (MobileNumber) written.outgoing().to(), text.text());
            }
        };
    }
}
