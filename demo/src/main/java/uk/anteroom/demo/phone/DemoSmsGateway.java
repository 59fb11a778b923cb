package uk.anteroom.demo.phone;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.anteroom.delivery.Handover;
import uk.anteroom.delivery.LetterId;
import uk.anteroom.delivery.Letters;
import uk.anteroom.delivery.SmsGateway;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.PracticeId;

/** A text message provider: everything arrives, and the receipt follows a moment later, as receipts do. */
@Component
class DemoSmsGateway implements SmsGateway {

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
    public Handover send(PracticeId practice, LetterId reference, MobileNumber to, String text) {
        // the name a text message comes under is the provider's to choose: the practice's name begins the text
        store.keep(new PhoneMessage(
                reference.value(), Channel.SMS, to.shown(), sender(text), null, text, null, Instant.EPOCH));
        var unused = receipts.schedule(() -> confirm(practice, reference), RECEIPT_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        return new Handover.Taken();
    }

    @PreDestroy
    void stop() {
        receipts.shutdownNow();
    }

    private void confirm(PracticeId practice, LetterId reference) {
        try {
            letters.receipt(practice, reference, true);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The receipt of letter {} was lost: {}",
                    reference,
                    e.getClass().getSimpleName());
        }
    }

    private static String sender(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && colon <= 40 ? text.substring(0, colon) : "Text message";
    }
}
