package uk.anteroom.publicweb;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Where no page of a practice is found. */
@ControllerAdvice
class PublicFaults {

    /** The same page as for a link that cannot be used: ring your surgery. */
    @ExceptionHandler(NoSuchPractice.class)
    ModelAndView nowhere() {
        return new ModelAndView("patient/unusable", Map.of("page", UnknownPracticePage.page()), HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(PracticeMoved.class)
    ModelAndView elsewhere(PracticeMoved moved) {
        return new ModelAndView("redirect:" + moved.path());
    }
}
