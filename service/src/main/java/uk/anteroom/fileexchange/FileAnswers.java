package uk.anteroom.fileexchange;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import uk.anteroom.attachment.Content;

/** Gives files to readers, who may be shown anything by whoever sent them: nothing in one runs, loads or is guessed at, and nothing is left in a cache. */
public final class FileAnswers {

    /** Alone in a window without an origin. Chromium's and Firefox's viewers of PDFs are parts of the browser, and open in it all the same. */
    private static final String SANDBOX = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox";

    /** The page around a picture: no script, no form, no window. With its origin, since pictures are given to nobody else's pages. */
    private static final String PAGE_SANDBOX = String.join(
            "; ",
            "default-src 'none'",
            "img-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "sandbox allow-same-origin allow-downloads");

    private FileAnswers() {}

    /** To be kept on the reader's device, under its name. */
    public static ResponseEntity<byte[]> download(Content content) {
        return named(ContentDisposition.attachment(), content);
    }

    /** To be looked at in the browser. */
    public static ResponseEntity<byte[]> inline(Content content) {
        return named(ContentDisposition.inline(), content);
    }

    private static ResponseEntity<byte[]> named(ContentDisposition.Builder disposition, Content content) {
        return guarded(disposition
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

    /** For the page around a picture. */
    static void guardPage(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", PAGE_SANDBOX);
    }

    private static ResponseEntity.BodyBuilder guarded(ContentDisposition disposition) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .cacheControl(CacheControl.noStore());
    }
}
