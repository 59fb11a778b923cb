package uk.anteroom.govuknotify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import uk.anteroom.delivery.Letters;
import uk.anteroom.delivery.Parcel;

/** What Notify reports by itself. */
@Service
public class NotifyReceipts {

    private static final Logger LOG = LoggerFactory.getLogger(NotifyReceipts.class);

    private final Letters letters;
    private final NotifySettings settings;

    NotifyReceipts(Letters letters, NotifySettings settings) {
        this.letters = letters;
        this.settings = settings;
    }

    /** Whether whoever brings that token is Notify. Nobody is while no token is set. */
    public boolean comesFromNotify(String token) {
        String ours = settings.callbackToken();
        return ours != null
                && !ours.isBlank()
                && MessageDigest.isEqual(ours.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes a report. What is not about a letter of ours is somebody else's use of the account, and no fault. */
    public void take(@Nullable String reference, String status) {
        try {
            letters.receipt(
                    Parcel.Reference.of(String.valueOf(reference)), NotifyCarrier.NAME, NotifyStatus.meaning(status));
        } catch (IllegalArgumentException e) {
            LOG.info("Notify reported a message that is not ours");
        }
    }
}
