package uk.anteroom.demo.phone;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.anteroom.delivery.Carrier;
import uk.anteroom.delivery.Handover;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.delivery.Letters;
import uk.anteroom.delivery.Parcel;
import uk.anteroom.delivery.Whereabouts;
import uk.anteroom.kernel.Channel;

/** A text message provider: everything arrives, and the receipt follows a moment later, as receipts do. */
@Component
public class DemoSmsGateway implements Carrier {

    /** As the demo's settings call it. */
    public static final String NAME = "demo-phone";

    private static final Logger LOG = LoggerFactory.getLogger(DemoSmsGateway.class);

    /** Long enough for the service to note the sending before it hears of the arrival. */
    private static final int RECEIPT_AFTER_MILLIS = 1_200;

    private final PhoneStore store;
    private final Letters letters;
    private final ScheduledExecutorService receipts = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sms-receipts").factory());

    DemoSmsGateway(PhoneStore store, Letters letters) {
        this.store = store;
        this.letters = letters;
    }

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
        String text = ((LetterText.Sms) parcel.text()).text();
        // the name a text message comes under is the provider's to choose: the practice's name begins the text
        store.keep(new PhoneMessage(
                parcel.reference().letter().value(),
                Channel.SMS,
                parcel.to().shown(),
                sender(text),
                null,
                text,
                null,
                Instant.EPOCH,
                0));
        var unused = receipts.schedule(() -> confirm(parcel.reference()), RECEIPT_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        return new Handover.Taken();
    }

    @PreDestroy
    void stop() {
        receipts.shutdownNow();
    }

    private void confirm(Parcel.Reference reference) {
        try {
            letters.receipt(reference, NAME, new Whereabouts.Arrived());
        } catch (RuntimeException e) {
            LOG.warn(
                    "The receipt of letter {} was lost: {}",
                    reference.letter(),
                    e.getClass().getSimpleName());
        }
    }

    private static String sender(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && colon <= 40 ? text.substring(0, colon) : "Text message";
    }
}
