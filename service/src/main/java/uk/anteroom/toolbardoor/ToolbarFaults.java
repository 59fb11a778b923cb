package uk.anteroom.toolbardoor;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import uk.anteroom.loadedpatient.HubRefused;

/** Says in a plain sentence what is refused here. */
@ControllerAdvice(basePackageClasses = ToolbarFaults.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ToolbarFaults {

    @ExceptionHandler
    void refused(HubRefused refused, HttpServletResponse response) throws IOException {
        int status =
                switch (refused.kind()) {
                    case MISSHAPEN -> 400;
                    case NOT_ALLOWED -> 403;
                    case NOT_THERE -> 404;
                    case STALE -> 409;
                    case TOO_MANY -> 429;
                };
        String message = refused.getMessage();
        Plain.say(response, status, message == null ? "refused" : message);
    }

    @ExceptionHandler(TooLarge.class)
    void tooLarge(HttpServletResponse response) throws IOException {
        Plain.say(response, 413, "the body is larger than 64 KiB");
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    void otherType(HttpServletResponse response) throws IOException {
        Plain.say(response, 415, "this content type is not taken here");
    }

    @ExceptionHandler({DataAccessException.class, CannotCreateTransactionException.class})
    void tryAgain(HttpServletResponse response) throws IOException {
        Plain.say(response, 503, "nothing was changed, try again");
    }
}
