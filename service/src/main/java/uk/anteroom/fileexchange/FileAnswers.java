package uk.anteroom.fileexchange;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import uk.anteroom.attachment.Content;

/** Gives files to readers, who may be shown anything by whoever sent them: nothing in one runs, loads or is guessed at, and nothing is left in a cache. */
public final class FileAnswers {

    /** Alone in a window without an origin. */
    private static final String SANDBOX = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox";

    private FileAnswers() {}

    /** To be kept on the reader's device, under its name. */
    public static ResponseEntity<byte[]> download(Content content) {
        return guarded(ContentDisposition.attachment()
                        .filename(content.name(), StandardCharsets.UTF_8)
                        .build())
                .contentType(MediaType.parseMediaType(content.kind().mediaType()))
                .body(content.bytes());
    }

    /** A small picture of one. */
    public static ResponseEntity<byte[]> picture(byte[] jpeg) {
        return guarded(ContentDisposition.inline().build())
                .contentType(MediaType.IMAGE_JPEG)
                .body(jpeg);
    }

    private static ResponseEntity.BodyBuilder guarded(ContentDisposition disposition) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore());
    }
}
