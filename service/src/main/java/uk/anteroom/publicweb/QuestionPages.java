package uk.anteroom.publicweb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.attachment.Attachment;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.attachment.Attachments;
import uk.anteroom.attachment.FileOwner;
import uk.anteroom.intake.Answers;
import uk.anteroom.intake.Intake;
import uk.anteroom.intake.Problem;
import uk.anteroom.intake.Step;
import uk.anteroom.practice.Practice;
import uk.anteroom.web.Complaints;

/** Shows questions, with what was answered and what is wrong with it. */
@Component
class QuestionPages {

    /** The field for a file of browsers without script. */
    static final String PLAIN_FILE = "plainFile";

    private final Map<Step, Question> questions;
    private final Attachments attachments;
    private final MessageSource messages;

    QuestionPages(List<Question> questions, Attachments attachments, MessageSource messages) {
        this.questions = questions.stream().collect(Collectors.toMap(Question::step, Function.identity()));
        this.attachments = attachments;
        this.messages = messages;
    }

    Question of(Step step) {
        return Objects.requireNonNull(questions.get(step));
    }

    ModelAndView page(
            Practice practice, Step step, Intake intake, Answers answers, List<Problem> problems, Locale locale) {
        Complaints complaints = new Complaints(messages, locale);
        problems.forEach(problem -> complaints.about(
                problem.field(), problem.message(), problem.arguments().toArray()));
        List<Part> parts = of(step).parts(answers, new Fields(messages, complaints, locale));
        Surgery surgery = Surgery.of(practice);
        boolean heading = parts.stream()
                .anyMatch(part -> part.choice() != null && part.choice().heading());
        ModelAndView view = new ModelAndView(
                "public/question",
                "page",
                new QuestionPage(
                        surgery,
                        step.path(),
                        step.before(answers)
                                .map(before -> surgery.ask() + "/" + before.path())
                                .orElse(surgery.path()),
                        heading,
                        parts,
                        attached(practice, intake, answers),
                        complaints.at("files"),
                        complaints.at(PLAIN_FILE) == null ? complaints.at("files") : complaints.at(PLAIN_FILE),
                        complaints.all()));
        if (complaints.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /** That something is wrong with what was chosen there. */
    static List<Problem> plainFile(String message) {
        return List.of(new Problem(Step.FILES, PLAIN_FILE, message, List.of()));
    }

    /** Those of the chosen ones that have come whole, in their order. */
    List<QuestionPage.Attached> attached(Practice practice, Intake intake, Answers answers) {
        FileOwner owner = FileOwner.request(intake.request().value());
        List<UUID> chosen = answers.files() == null ? List.of() : answers.files();
        return chosen.stream()
                .flatMap(file -> attachments.find(practice.id(), new AttachmentId(file), owner).stream())
                .filter(Attachment::kept)
                .map(file -> new QuestionPage.Attached(file.id().toString(), file.name()))
                .toList();
    }
}
