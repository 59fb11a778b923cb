package uk.anteroom.publicweb;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Where no page of a practice is found. */
@ControllerAdvice
class PublicFaults {

    @ExceptionHandler(NoSuchPractice.class)
    ModelAndView nowhere() {
        return new ModelAndView("public/unknown", HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(PracticeMoved.class)
    ModelAndView elsewhere(PracticeMoved moved) {
        return new ModelAndView("redirect:" + moved.path());
    }
}
