package uk.anteroom.fileexchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
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

    private static final String FAILED = "attachment.failed";

    private static final Logger LOG = LoggerFactory.getLogger(FileExchange.class);

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

    /** Takes a whole file, from a browser that cannot send pieces. What is too large for its memory does not come as far as here. */
    public Whole whole(FileSender sender, String name, long size, InputStream body) throws IOException {
        return switch (attachments.begin(sender.practice(), sender.owner(), name, size)) {
            case Beginning.Begun(Attachment attachment) -> pieces(sender, attachment.id(), body);
            case Beginning.Refused(Refusal why) -> new Whole.NotKept(why.sentence());
            case Beginning.TooMany tooMany -> new Whole.NotKept("attachment.too-many");
        };
    }

    private Whole pieces(FileSender sender, AttachmentId id, InputStream body) throws IOException {
        try {
            long offset = 0;
            while (true) {
                byte[] piece = body.readNBytes(LARGEST_PIECE);
                Receiving receiving = attachments.append(sender.practice(), id, sender.owner(), offset, piece);
                if (receiving instanceof Receiving.Complete(Attachment attachment)) {
                    String problem = problem(attachment);
                    return problem == null ? new Whole.Kept(attachment.id().value()) : new Whole.NotKept(problem);
                }
                if (!(receiving instanceof Receiving.Taken(long received)) || piece.length == 0) {
                    return new Whole.NotKept(FAILED);
                }
                offset = received;
            }
        } catch (DataAccessResourceFailureException e) {
            // pages with script try again by themselves
            LOG.warn("File {} could not be put away", id);
            return new Whole.NotKept(FAILED);
        }
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
        String problem = problem(attachment);
        return problem == null ? null : messages.getMessage(problem, null, locale);
    }

    /** The key of its sentence. */
    private static @Nullable String problem(Attachment attachment) {
        if (attachment.state() == AttachmentState.INFECTED) {
            return "attachment.infected";
        }
        return attachment.refusal() == null ? null : attachment.refusal().sentence();
    }

    private String sentence(Refusal why, Locale locale) {
        return messages.getMessage(why.sentence(), null, locale);
    }
}
