package uk.anteroom.toolbardoor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What machines say to each other here: small bodies in, plain sentences for whoever writes the other program out. */
final class Plain {

    /** A Patient resource with everything in it is a tenth of this. */
    private static final int LONGEST_BODY = 64 * 1024;

    private Plain() {}

    static void say(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
    }

    /** The body as text. Throws {@link TooLarge}, having read no more than is allowed. */
    static String body(HttpServletRequest request) throws IOException {
        byte[] read = request.getContentLengthLong() > LONGEST_BODY
                ? new byte[LONGEST_BODY + 1]
                : request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (read.length > LONGEST_BODY) {
            throw new TooLarge();
        }
        return new String(read, StandardCharsets.UTF_8);
    }
}
