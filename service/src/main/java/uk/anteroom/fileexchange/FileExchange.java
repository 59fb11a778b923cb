package uk.anteroom.fileexchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.anteroom.attachment.Attachment;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.attachment.AttachmentState;
import uk.anteroom.attachment.Attachments;
import uk.anteroom.attachment.Beginning;
import uk.anteroom.attachment.Receiving;
import uk.anteroom.attachment.Refusal;

/**
 * Takes a file in by pieces: announced with its name and size, then each piece with the place where it begins, and after a break the answer to any piece says
 * where to go on (as resumable uploads do, IETF draft-ietf-httpbis-resumable-upload). What is wrong with a file is said as soon as it is known.
 */
@Component
public class FileExchange {

    /** Small enough for a bad network to get one through within the patience of a page. */
    public static final int LARGEST_PIECE = 256 * 1024;

    private final Attachments attachments;
    private final MessageSource messages;

    FileExchange(Attachments attachments, MessageSource messages) {
        this.attachments = attachments;
        this.messages = messages;
    }

    /** 201 and where to go on, 422 for a file that can't be taken, 429 for too many. */
    public ResponseEntity<Progress> begin(FileSender sender, String name, long size, Locale locale) {
        return switch (attachments.begin(sender.practice(), sender.owner(), name, size)) {
            case Beginning.Begun(Attachment attachment) ->
                ResponseEntity.status(HttpStatus.CREATED).body(progress(attachment, locale));
            case Beginning.Refused(Refusal why) ->
                ResponseEntity.unprocessableContent().body(new Progress(null, 0, true, null, sentence(why, locale)));
            case Beginning.TooMany tooMany ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .body(new Progress(
                                null, 0, true, null, messages.getMessage("attachment.too-many", null, locale)));
        };
    }

    /** 200 with how far it is now, 409 if the piece begins elsewhere, 413 if it is too long, 422 if the whole file is refused, 404 if nobody sends it. */
    public ResponseEntity<Progress> append(FileSender sender, UUID file, long offset, InputStream body, Locale locale)
            throws IOException {
        byte[] piece = body.readNBytes(LARGEST_PIECE + 1);
        if (piece.length > LARGEST_PIECE) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        AttachmentId id = new AttachmentId(file);
        return switch (attachments.append(sender.practice(), id, sender.owner(), offset, piece)) {
            case Receiving.Taken(long received) ->
                ResponseEntity.ok(new Progress(file.toString(), received, false, null, null));
            case Receiving.GoOnAt(long received) ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(new Progress(file.toString(), received, false, null, null));
            case Receiving.Complete(Attachment attachment) -> {
                Progress progress = progress(attachment, locale);
                yield progress.problem() == null
                        ? ResponseEntity.ok(progress)
                        : ResponseEntity.unprocessableContent().body(progress);
            }
            case Receiving.NotFound notFound -> ResponseEntity.notFound().build();
        };
    }

    /** Nothing of it stays. */
    public void discard(FileSender sender, UUID file) {
        attachments.discard(sender.practice(), new AttachmentId(file), sender.owner());
    }

    private Progress progress(Attachment attachment, Locale locale) {
        boolean done = attachment.state() != AttachmentState.RECEIVING;
        return new Progress(
                attachment.id().toString(),
                attachment.received(),
                done,
                done ? attachment.name() : null,
                problem(attachment, locale));
    }

    private @Nullable String problem(Attachment attachment, Locale locale) {
        if (attachment.state() == AttachmentState.INFECTED) {
            return messages.getMessage("attachment.infected", null, locale);
        }
        return attachment.refusal() == null ? null : sentence(attachment.refusal(), locale);
    }

    private String sentence(Refusal why, Locale locale) {
        return messages.getMessage(why.sentence(), null, locale);
    }
}
