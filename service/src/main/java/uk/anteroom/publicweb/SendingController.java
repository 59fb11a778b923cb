package uk.anteroom.publicweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.intake.Answers;
import uk.anteroom.intake.Intake;
import uk.anteroom.intake.Intakes;
import uk.anteroom.intake.Sending;
import uk.anteroom.intake.Step;
import uk.anteroom.intake.Understood;
import uk.anteroom.kernel.PracticeSecret;
import uk.anteroom.practice.Practice;
import uk.anteroom.web.ClientAddress;

/** Shows all answers, sends them, and says that the practice has them. */
@Controller
@RequestMapping("/p/{practice}/ask")
class SendingController {

    private final Intakes intakes;
    private final Writers writers;
    private final CheckPages pages;
    private final QuestionPages questions;
    private final Hours hours;

    SendingController(Intakes intakes, Writers writers, CheckPages pages, QuestionPages questions, Hours hours) {
        this.intakes = intakes;
        this.writers = writers;
        this.pages = pages;
        this.questions = questions;
        this.hours = hours;
    }

    @GetMapping("/check")
    ModelAndView check(Practice practice, HttpServletRequest request, Locale locale) {
        return check(practice, request, false, locale);
    }

    /** {@code Send request}. */
    @PostMapping("/sending")
    ModelAndView send(Practice practice, HttpServletRequest request, Locale locale) {
        Optional<PracticeSecret> key = AskCookie.read(request, practice.id());
        if (key.isEmpty()) {
            return new ModelAndView(QuestionsController.gone(practice));
        }
        writers.check(practice, key.get(), request);
        return switch (intakes.send(key.get(), ClientAddress.of(request))) {
            case Sending.Sent sent ->
                new ModelAndView("redirect:" + Surgery.of(practice).ask() + "/sent");
            case Sending.Unfinished(Step step) -> unfinished(practice, key.get(), step, locale);
            case Sending.TooMany tooMany -> check(practice, request, true, locale);
            case Sending.Gone gone -> new ModelAndView(QuestionsController.gone(practice));
        };
    }

    @GetMapping("/sent")
    ModelAndView sent(Practice practice, HttpServletRequest request, Locale locale) {
        return AskCookie.read(request, practice.id())
                .flatMap(intakes::find)
                .filter(Intake::sent)
                .map(intake -> new ModelAndView(
                        "public/sent",
                        "page",
                        new SentPage(
                                Surgery.of(practice), intake.request().reference(), hours.of(practice.id(), locale))))
                .orElseGet(() ->
                        new ModelAndView("redirect:" + Surgery.of(practice).path()));
    }

    private ModelAndView check(Practice practice, HttpServletRequest request, boolean tooMany, Locale locale) {
        Optional<PracticeSecret> key = AskCookie.read(request, practice.id());
        key.ifPresent(held -> writers.check(practice, held, request));
        Optional<Intake> intake = key.flatMap(intakes::find);
        if (intake.isEmpty()) {
            return new ModelAndView(QuestionsController.gone(practice));
        }
        Answers answers = intake.get().answers();
        Understood.Written written =
                answers == null ? null : intakes.understand(answers).request();
        if (answers == null || written == null) {
            return new ModelAndView("redirect:" + Surgery.of(practice).ask());
        }
        ModelAndView view = new ModelAndView(
                "public/check", "page", pages.page(practice, intake.get(), answers, written, tooMany, locale));
        if (tooMany) {
            view.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        }
        return view;
    }

    /** A file that was found infected meanwhile is no answer any more, and only its question can say so. */
    private ModelAndView unfinished(Practice practice, PracticeSecret key, Step step, Locale locale) {
        Optional<Intake> intake = intakes.find(key);
        Answers answers = intake.map(Intake::answers).orElse(null);
        if (step != Step.FILES || intake.isEmpty() || answers == null) {
            return new ModelAndView("redirect:" + Surgery.of(practice).ask());
        }
        return questions.page(practice, step, intake.get(), answers, Intakes.filesGone(), locale);
    }
}
