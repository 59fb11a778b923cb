package uk.anteroom.publicweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.intake.Answers;
import uk.anteroom.intake.Intake;
import uk.anteroom.intake.Intakes;
import uk.anteroom.intake.KnownWriter;
import uk.anteroom.kernel.PracticeSecret;
import uk.anteroom.practice.Notice;
import uk.anteroom.practice.Notices;
import uk.anteroom.practice.Practice;
import uk.anteroom.web.ClientAddress;

/** The practice's public page, and the way from it into a request. */
@Controller
@RequestMapping("/p/{practice}")
class FrontController {

    /** What may stand behind the question mark. */
    private static final Map<String, String> NOTES = Map.of("gone", "public.gone", "deleted", "public.deleted");

    private final Intakes intakes;
    private final Writers writers;
    private final Notices notices;
    private final Hours hours;

    FrontController(Intakes intakes, Writers writers, Notices notices, Hours hours) {
        this.intakes = intakes;
        this.writers = writers;
        this.notices = notices;
        this.hours = hours;
    }

    @GetMapping
    ModelAndView front(
            Practice practice,
            @RequestParam(required = false) @Nullable String note,
            HttpServletRequest request,
            Locale locale) {
        return page(practice, note == null ? null : NOTES.get(note), request, locale);
    }

    /** {@code Ask for something}: goes on with what was begun, or begins. */
    @PostMapping("/ask")
    ModelAndView ask(Practice practice, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Surgery surgery = Surgery.of(practice);
        if (begun(practice, request).isPresent()) {
            return new ModelAndView("redirect:" + surgery.ask());
        }
        Optional<PracticeSecret> key = intakes.begin(
                practice.id(),
                ClientAddress.of(request),
                writers.of(practice, request).orElse(null));
        if (key.isEmpty()) {
            ModelAndView page = page(practice, "public.tooMany", request, locale);
            page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            return page;
        }
        AskCookie.write(response, key.get());
        return new ModelAndView("redirect:" + surgery.ask());
    }

    /** Deletes what was begun. */
    @PostMapping("/ask/removal")
    String forget(Practice practice, HttpServletRequest request, HttpServletResponse response) {
        AskCookie.read(request, practice.id()).ifPresent(intakes::forget);
        AskCookie.erase(response);
        return "redirect:" + Surgery.of(practice).path() + "?note=deleted";
    }

    private ModelAndView page(Practice practice, @Nullable String note, HttpServletRequest request, Locale locale) {
        Hours.Shown open = hours.of(practice.id(), locale);
        Notice notice = notices.of(practice.id());
        Optional<KnownWriter> signedIn = writers.of(practice, request);
        Optional<Intake> begun = begun(practice, request);
        // what was begun may be about somebody else than whoever is signed in for now
        Optional<KnownWriter> writer =
                begun.isPresent() ? begun.map(Intake::answers).flatMap(Answers::writer) : signedIn;
        String words = open.closed() && !notice.whenClosed().isEmpty() ? notice.whenClosed() : notice.words();
        return new ModelAndView(
                "public/front",
                "page",
                new FrontPage(
                        Surgery.of(practice),
                        open,
                        words,
                        begun.isPresent(),
                        signedIn.isPresent(),
                        writer.flatMap(known -> writers.writesFor(practice, known))
                                .orElse(null),
                        note));
    }

    private Optional<Intake> begun(Practice practice, HttpServletRequest request) {
        return AskCookie.read(request, practice.id()).flatMap(intakes::find).filter(intake -> !intake.sent());
    }
}
