package uk.anteroom.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import uk.anteroom.delivery.Carrier;
import uk.anteroom.delivery.Handover;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.delivery.Parcel;
import uk.anteroom.kernel.Channel;

/** The provider's side of the text message gateway: keeps what it was given. */
@Component
public class TextMessages implements Carrier {

    static final String NAME = "text-messages";

    /** One text message as the provider took it. */
    public record Taken(String to, String text) {}

    private final List<Taken> taken = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Handover handOver(Parcel parcel) {
        taken.add(new Taken(parcel.to().shown(), ((LetterText.Sms) parcel.text()).text()));
        return new Handover.Taken();
    }

    /** Those to that number, as it is written at home. */
    public List<Taken> to(String number) {
        return taken.stream().filter(message -> message.to().equals(number)).toList();
    }
}
