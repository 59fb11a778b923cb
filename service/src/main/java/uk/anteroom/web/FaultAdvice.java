package uk.anteroom.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns what was thrown into a status; the page that shows it is {@link FaultController}'s. */
@ControllerAdvice
class FaultAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(FaultAdvice.class);

    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    /** The database, or another place where data is kept, is away or overloaded: nothing was changed, and trying again is right. */
    @ExceptionHandler({DataAccessException.class, CannotCreateTransactionException.class})
    void tryAgain(Exception e, HttpServletResponse response) throws IOException {
        // the message of a database error can quote the values of a row
        LOG.error(
                "What keeps our data did not answer as expected: {}",
                e.getClass().getSimpleName());
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
