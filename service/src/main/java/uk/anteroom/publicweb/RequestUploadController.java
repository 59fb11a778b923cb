package uk.anteroom.publicweb;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.attachment.Attachments;
import uk.anteroom.fileexchange.FileExchange;
import uk.anteroom.fileexchange.FileSender;
import uk.anteroom.fileexchange.Whole;
import uk.anteroom.intake.Answers;
import uk.anteroom.intake.Intake;
import uk.anteroom.intake.Intakes;
import uk.anteroom.intake.Step;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeSecret;
import uk.anteroom.practice.Practice;
import uk.anteroom.web.ClientAddress;

/** The files of a request from a browser without script: one comes with each press, and each can be removed. */
@Controller
@RequestMapping("/p/{practice}/ask/files")
class RequestUploadController {

    private final FileExchange exchange;
    private final Intakes intakes;
    private final QuestionPages pages;
    private final Limits limits;

    RequestUploadController(FileExchange exchange, Intakes intakes, QuestionPages pages, Limits limits) {
        this.exchange = exchange;
        this.intakes = intakes;
        this.pages = pages;
        this.limits = limits;
    }

    /** The address that stands there after a refusal, opened again. */
    @GetMapping("/upload")
    ModelAndView again(Practice practice) {
        return page(practice);
    }

    @PostMapping("/upload")
    ModelAndView take(
            Practice practice,
            @RequestParam(name = QuestionPages.PLAIN_FILE, required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        Optional<PracticeSecret> key = AskCookie.read(request, practice.id());
        Optional<Intake> intake = key.flatMap(intakes::find);
        Answers answers = intake.map(Intake::answers).orElse(null);
        if (key.isEmpty() || intake.isEmpty() || answers == null) {
            return new ModelAndView(QuestionsController.gone(practice));
        }
        boolean full = pages.attached(practice, intake.get(), answers).size() >= Attachments.MOST_ATTACHED;
        String wrong = full ? "attachment.five" : take(practice, key.get(), intake.get(), file, request);
        return wrong == null
                ? page(practice)
                : pages.page(practice, Step.FILES, intake.get(), answers, QuestionPages.plainFile(wrong), locale);
    }

    /** Answers what is wrong with it, as a key of the message files; null if it was kept. */
    private @Nullable String take(
            Practice practice,
            PracticeSecret key,
            Intake intake,
            @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        String name = file == null ? null : file.getOriginalFilename();
        if (file == null || name == null || name.isEmpty()) {
            return "ask.files.missing";
        }
        if (!limits.take(Limit.REQUEST_FILES_BY_ADDRESS, ClientAddress.of(request))) {
            return "attachment.too-many";
        }
        FileSender sender = FileSender.asking(practice.id(), intake.request().value());
        return switch (exchange.whole(sender, name, file.getSize(), file.getInputStream())) {
            case Whole.Kept(UUID id) -> {
                intakes.answer(
                        key,
                        before -> before.withFiles(
                                Stream.concat(chosen(before), Stream.of(id)).toList()));
                yield null;
            }
            case Whole.NotKept(String message) -> message;
        };
    }

    @PostMapping("/removal")
    ModelAndView discard(Practice practice, @RequestParam UUID file, HttpServletRequest request) {
        Optional<PracticeSecret> key = AskCookie.read(request, practice.id());
        Optional<Intake> intake = key.flatMap(intakes::find).filter(found -> !found.sent());
        if (key.isEmpty() || intake.isEmpty()) {
            return new ModelAndView(QuestionsController.gone(practice));
        }
        exchange.discard(FileSender.asking(practice.id(), intake.get().request().value()), file);
        intakes.answer(
                key.get(),
                before -> before.withFiles(
                        chosen(before).filter(one -> !one.equals(file)).toList()));
        return page(practice);
    }

    private static Stream<UUID> chosen(Answers answers) {
        return Stream.ofNullable(answers.files()).flatMap(List::stream);
    }

    private static ModelAndView page(Practice practice) {
        return new ModelAndView("redirect:" + Surgery.of(practice).ask() + "/" + Step.FILES.path());
    }
}
