package uk.anteroom.publicweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.intake.Answers;
import uk.anteroom.intake.Intake;
import uk.anteroom.intake.Intakes;
import uk.anteroom.intake.Problem;
import uk.anteroom.intake.Step;
import uk.anteroom.intake.Understood;
import uk.anteroom.kernel.PracticeSecret;
import uk.anteroom.practice.Practice;
import uk.anteroom.web.NotFound;

/** Asks the questions one by one. What somebody answers is kept before it is judged, so that nothing has to be typed twice. */
@Controller
@RequestMapping("/p/{practice}/ask")
class QuestionsController {

    /** Why a file did not come as far as its own controller ({@link RequestUpload}). */
    private static final Map<String, String> NOTES = Map.of(
            "too-large", "attachment.refusal.too-large", "too-many", "attachment.too-many", "busy", "ask.files.busy");

    private final Intakes intakes;
    private final QuestionPages pages;

    QuestionsController(Intakes intakes, QuestionPages pages) {
        this.intakes = intakes;
        this.pages = pages;
    }

    /** Where to go on. */
    @GetMapping
    String goOn(Practice practice, HttpServletRequest request) {
        return AskCookie.read(request, practice.id())
                .flatMap(intakes::find)
                .map(intake -> onward(practice, intake))
                .orElse(gone(practice));
    }

    @GetMapping("/{step:signs|kind|about|safety|files|who|reach}")
    ModelAndView ask(
            Practice practice,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            Locale locale) {
        Step asked = Step.of(step).orElseThrow(NotFound::new);
        Optional<Intake> intake = AskCookie.read(request, practice.id()).flatMap(intakes::find);
        if (intake.isEmpty()) {
            return new ModelAndView(gone(practice));
        }
        Answers answers = intake.get().answers();
        if (answers == null || !mayBeAsked(asked, answers)) {
            return new ModelAndView(onward(practice, intake.get()));
        }
        List<Problem> problems = asked == Step.FILES && NOTES.containsKey(note)
                ? QuestionPages.plainFile(NOTES.getOrDefault(note, ""))
                : List.of();
        return pages.page(practice, asked, intake.get(), answers, problems, locale);
    }

    @PostMapping("/{step:signs|kind|about|safety|files|who|reach}")
    ModelAndView answer(
            Practice practice,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Step asked = Step.of(step).orElseThrow(NotFound::new);
        Optional<PracticeSecret> key = AskCookie.read(request, practice.id());
        Optional<Intake> intake = key.flatMap(
                held -> intakes.answer(held, before -> pages.of(asked).read(form, before)));
        if (key.isEmpty() || intake.isEmpty()) {
            return new ModelAndView(gone(practice));
        }
        AskCookie.write(response, key.get());
        Answers answers = intake.get().answers();
        if (answers == null || answers.signs() == Answers.Signs.SOME) {
            return new ModelAndView(onward(practice, intake.get()));
        }
        List<Problem> problems = intakes.understand(answers).at(asked);
        return problems.isEmpty()
                ? new ModelAndView(onward(practice, intake.get()))
                : pages.page(practice, asked, intake.get(), answers, problems, locale);
    }

    /** No question is asked before those in front of it are answered. */
    private boolean mayBeAsked(Step asked, Answers answers) {
        Understood understood = intakes.understand(answers);
        return asked.asked(answers)
                && understood.next().map(next -> asked.compareTo(next) <= 0).orElse(true);
    }

    /** To the first question without a right answer, or to all of the answers. */
    private String onward(Practice practice, Intake intake) {
        String ask = "redirect:" + Surgery.of(practice).ask();
        Answers answers = intake.answers();
        if (answers == null) {
            return ask + "/sent";
        }
        if (answers.signs() == Answers.Signs.SOME) {
            return ask + "/emergency";
        }
        return intakes.understand(answers)
                .next()
                .map(next -> ask + "/" + next.path())
                .orElse(ask + "/check");
    }

    static String gone(Practice practice) {
        return "redirect:" + Surgery.of(practice).path() + "?note=gone";
    }
}
