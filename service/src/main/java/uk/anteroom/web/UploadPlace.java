package uk.anteroom.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** An address that takes a form with a file. Whoever may send there is the door's to say, before anything looks into the body. */
public interface UploadPlace {

    /** Whether a request came there. */
    boolean is(HttpServletRequest request);

    /** How many bytes a file may have. */
    long largest();

    /** Answers one that is larger. Nothing of it was kept. */
    default void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }
}
