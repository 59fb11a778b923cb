package uk.anteroom.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import uk.anteroom.delivery.Handover;
import uk.anteroom.delivery.LetterId;
import uk.anteroom.delivery.SmsGateway;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.PracticeId;

/** The provider's side of the text message gateway: keeps what it was given. */
@Component
public class TextMessages implements SmsGateway {

    /** One text message as the provider took it. */
    public record Taken(String to, String text) {}

    private final List<Taken> taken = new CopyOnWriteArrayList<>();

    @Override
    public Handover send(PracticeId practice, LetterId reference, MobileNumber to, String text) {
        taken.add(new Taken(to.shown(), text));
        return new Handover.Taken();
    }

    /** Those to that number, as it is written at home. */
    public List<Taken> to(String number) {
        return taken.stream().filter(message -> message.to().equals(number)).toList();
    }
}
