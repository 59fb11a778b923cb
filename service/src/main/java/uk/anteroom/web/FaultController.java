package uk.anteroom.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The one page for everything that went wrong. It says what to do, and nothing about whom or what was asked for. */
@Controller
class FaultController implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(FaultController.class);

    @RequestMapping(value = "${server.error.path:/error}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request) {
        HttpStatus status = status(request);
        log(request);
        String kind =
                switch (status) {
                    case BAD_REQUEST -> "unreadable";
                    case GONE -> "gone";
                    case FORBIDDEN -> "forbidden";
                    case CONTENT_TOO_LARGE -> "tooLarge";
                    case TOO_MANY_REQUESTS -> "tooMany";
                    default -> status.is4xxClientError() ? "notFound" : "ours";
                };
        return new ModelAndView("layout/fault", Map.of("kind", kind), status);
    }

    @RequestMapping("${server.error.path:/error}")
    @ResponseBody
    ResponseEntity<Map<String, Object>> data(HttpServletRequest request) {
        log(request);
        HttpStatus status = status(request);
        return ResponseEntity.status(status).body(Map.of("status", status.value()));
    }

    /** What failed and where, without the address or the message: either can hold a link or a name. */
    private static void log(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            Throwable cause = failure;
            while (cause.getCause() != null && cause.getCause() != cause) {
                cause = cause.getCause();
            }
            StackTraceElement[] frames = cause.getStackTrace();
            LOG.error("A request failed: {} at {}", cause.getClass().getName(), frames.length == 0 ? "?" : frames[0]);
        }
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
