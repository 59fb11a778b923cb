package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import uk.anteroom.attempt.SurveyAnswer;
import uk.anteroom.attempt.SurveyAnswers;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.invitation.Visit;
import uk.anteroom.invitation.Visits;
import uk.anteroom.web.NotFound;

/** How the call was, in the word of the patient who holds this device. */
@Controller
@RequestMapping("/visit/survey")
class SurveyController {

    private static final URI BACK = URI.create("/visit#survey");

    private final Visits visits;
    private final SurveyAnswers answers;

    SurveyController(Visits visits, SurveyAnswers answers) {
        this.visits = visits;
        this.answers = answers;
    }

    /** What was answered so far; 204 for a patient who was not let in, and so has no call to speak of. */
    @GetMapping
    @ResponseBody
    ResponseEntity<SurveyPage> answer(HttpServletRequest request) {
        Consultation consultation = visit(request);
        if (!consultation.letIn()) {
            return ResponseEntity.noContent().build();
        }
        SurveyAnswer answer =
                answers.of(consultation.practice(), consultation.call()).orElse(null);
        return ResponseEntity.ok(SurveyPage.of(answer));
    }

    /** Back to the page, with or without a script. */
    @PostMapping
    ResponseEntity<Void> answer(
            HttpServletRequest request, @RequestParam String rating, @RequestParam(defaultValue = "") String trouble) {
        Consultation consultation = visit(request);
        Optional<SurveyAnswer> answer = SurveyPage.read(rating, trouble);
        if (answer.isEmpty()) {
            return ResponseEntity.badRequest().build();
        }
        if (!consultation.letIn()) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        answers.take(consultation.practice(), consultation.call(), answer.get());
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(BACK).build();
    }

    private Consultation visit(HttpServletRequest request) {
        return DeviceCookie.PATIENT
                .read(request)
                .flatMap(visits::of)
                .map(Visit::consultation)
                .orElseThrow(NotFound::new);
    }
}
