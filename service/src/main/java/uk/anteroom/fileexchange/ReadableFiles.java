package uk.anteroom.fileexchange;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.anteroom.attachment.Attachment;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.attachment.Content;

/**
 * The files of one place, as one reader may have them: nothing where there is none, or none for them.
 *
 * @param picture a small JPEG of one
 * @param staff whether the reader is staff
 * @param back the page on which they stand; null if beside a call in another tab
 */
public record ReadableFiles(
        FileReader reader,
        Function<AttachmentId, Optional<Attachment>> find,
        Function<AttachmentId, Optional<Content>> open,
        Function<AttachmentId, Optional<byte[]>> picture,
        boolean staff,
        @Nullable String back) {}
