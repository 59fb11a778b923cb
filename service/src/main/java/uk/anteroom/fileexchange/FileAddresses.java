package uk.anteroom.fileexchange;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.web.NotFound;

/**
 * Addresses of files that work for one reader, one purpose and a few minutes: what is copied out of a page, a history or a log opens nothing for anybody else.
 * They open nothing alone, either: the door asks first who is there, as for every page.
 */
@Component
public class FileAddresses {

    private static final String KIND = "file.address";

    /** Addresses made within the same five minutes are the same, so that a page that looks again finds nothing changed; each works for five to ten. */
    private static final long STEP_MINUTES = 5;

    private static final Pattern MINUTES = Pattern.compile("[0-9]{1,10}");

    private final FieldCipher cipher;
    private final Clock clock;

    FileAddresses(FieldCipher cipher, Clock clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    /** A fresh one. */
    public String of(FileReader reader, AttachmentId file, FilePurpose purpose) {
        long until = (minute() / STEP_MINUTES + 2) * STEP_MINUTES;
        return reader.below() + "/" + file + purpose.ending() + "?until=" + until + "&seal="
                + seal(reader, file, purpose, until);
    }

    /**
     * Answers the file to whoever came by its address. One that is too old leads to a fresh one, since its reader is still there and may still read; one that was
     * changed, or made for somebody else, for another file or another purpose, is as if there were nothing.
     */
    public Object open(
            HttpServletRequest request, FileReader reader, UUID file, FilePurpose purpose, Supplier<?> answer) {
        AttachmentId id = new AttachmentId(file);
        return switch (state(reader, id, purpose, request.getParameter("until"), request.getParameter("seal"))) {
            case FRESH -> answer.get();
            case EXPIRED ->
                ResponseEntity.status(HttpStatus.FOUND)
                        .location(URI.create(of(reader, id, purpose)))
                        .build();
            case FORGED -> throw new NotFound();
        };
    }

    State state(
            FileReader reader, AttachmentId file, FilePurpose purpose, @Nullable String until, @Nullable String seal) {
        if (until == null || seal == null || !MINUTES.matcher(until).matches()) {
            return State.FORGED;
        }
        long minutes = Long.parseLong(until);
        byte[] right = seal(reader, file, purpose, minutes).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(right, seal.getBytes(StandardCharsets.UTF_8))) {
            return State.FORGED;
        }
        return minute() < minutes ? State.FRESH : State.EXPIRED;
    }

    /** How an address is found. */
    enum State {
        FRESH,
        EXPIRED,
        FORGED
    }

    private String seal(FileReader reader, AttachmentId file, FilePurpose purpose, long until) {
        String sealed = String.join(
                "|", reader.practice().toString(), reader.who(), file.toString(), purpose.name(), Long.toString(until));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.fingerprint(KIND, sealed));
    }

    private long minute() {
        return clock.instant().getEpochSecond() / 60;
    }
}
