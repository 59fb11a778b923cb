package uk.anteroom.publicweb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.intake.Answers;
import uk.anteroom.intake.Answers.Signs;
import uk.anteroom.intake.Intake;
import uk.anteroom.intake.Step;
import uk.anteroom.intake.Understood.Written;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.practice.Practice;
import uk.anteroom.request.Sender;

/** Shows all answers, as they were understood, with the way back to each. */
@Component
class CheckPages {

    private final QuestionPages questions;
    private final Writers writers;
    private final MessageSource messages;

    CheckPages(QuestionPages questions, Writers writers, MessageSource messages) {
        this.questions = questions;
        this.writers = writers;
        this.messages = messages;
    }

    CheckPage page(Practice practice, Intake intake, Answers answers, Written written, boolean tooMany, Locale locale) {
        Surgery surgery = Surgery.of(practice);
        Rows rows = new Rows(surgery, locale);
        if (answers.signs() != Signs.NONE) {
            rows.add("ask.signs", Step.SIGNS, rows.option("signs", Signs.SOME));
        }
        rows.add("ask.kind", Step.KIND, rows.option("kind", written.kind()));
        rows.add("ask.title", Step.ABOUT, written.title());
        rows.add(
                "ask.details",
                Step.ABOUT,
                answers.about() == null ? "" : answers.about().details());
        Answers.Safety safety = answers.safety();
        if (safety != null && Step.SAFETY.asked(answers)) {
            rows.add("ask.worse", Step.SAFETY, rows.option("worse", safety.worse()));
            rows.add("ask.since", Step.SAFETY, safety.since());
            rows.add("ask.tried", Step.SAFETY, safety.tried().isBlank() ? rows.says("check.nothing") : safety.tried());
            rows.add("ask.soon", Step.SAFETY, rows.option("soon", safety.soon()));
        }
        List<String> files = questions.attached(practice, intake, answers).stream()
                .map(QuestionPage.Attached::name)
                .toList();
        rows.add("check.files", Step.FILES, files.isEmpty() ? List.of(rows.says("check.files.none")) : files);
        Sender sender = written.sender();
        if (sender != null) {
            who(rows, sender);
        }
        EmailAddress email = written.contact().email();
        MobileNumber mobile = written.contact().mobile();
        rows.add(
                "check.reach",
                Step.REACH,
                Stream.of(
                                mobile == null ? "" : mobile.shown(),
                                email == null ? "" : email.shown(),
                                answers.reach() == null
                                        ? ""
                                        : rows.option("way", answers.reach().way()))
                        .filter(line -> !line.isEmpty())
                        .toList());
        return new CheckPage(
                surgery,
                surgery.ask() + "/" + Step.REACH.path(),
                answers.writer()
                        .flatMap(known -> writers.writesFor(practice, known))
                        .orElse(null),
                List.copyOf(rows.rows),
                tooMany);
    }

    private static void who(Rows rows, Sender sender) {
        rows.add("check.name", Step.WHO, sender.name());
        rows.add(
                "birth.legend",
                Step.WHO,
                Stream.ofNullable(sender.born()).map(DateOfBirth::shown).toList());
        NhsNumber number = sender.nhsNumber();
        if (number != null) {
            rows.add("check.number", Step.WHO, number.shown());
        }
        String postcode = sender.postcode();
        if (postcode != null) {
            rows.add("ask.postcode", Step.WHO, postcode);
        }
    }

    private final class Rows {

        private final Surgery surgery;
        private final Locale locale;
        private final List<CheckPage.Row> rows = new ArrayList<>();

        Rows(Surgery surgery, Locale locale) {
            this.surgery = surgery;
            this.locale = locale;
        }

        void add(String asked, Step step, String answered) {
            add(asked, step, List.of(answered));
        }

        void add(String asked, Step step, List<String> answered) {
            rows.add(new CheckPage.Row(says(asked), answered, surgery.ask() + "/" + step.path()));
        }

        String option(String field, @Nullable Enum<?> chosen) {
            return chosen == null
                    ? ""
                    : says("ask." + field + "."
                            + chosen.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        String says(String key) {
            return messages.getMessage(key, null, locale);
        }
    }
}
