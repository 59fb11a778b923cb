package uk.anteroom.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.anteroom.intake.Answers.About;
import uk.anteroom.intake.Answers.Reach;
import uk.anteroom.intake.Answers.Safety;
import uk.anteroom.intake.Answers.Signs;
import uk.anteroom.intake.Answers.Way;
import uk.anteroom.intake.Answers.Who;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.MobileNumbers;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.kernel.Reading;
import uk.anteroom.patient.Claim;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.Sender;

/** Understands answers, and says of each question what is wrong with them. */
@Component
class AnswerReader {

    /** As a line of the inbox shows it. */
    static final int LONGEST_TITLE = 200;

    /** Four pages of a letter. */
    static final int LONGEST_DETAILS = 10_000;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SINCE = 200;
    private static final int LONGEST_TRIED = 1_000;

    private final MobileNumbers numbers;
    private final RequestWords words;
    private final Clock clock;

    AnswerReader(MobileNumbers numbers, RequestWords words, Clock clock) {
        this.numbers = numbers;
        this.words = words;
        this.clock = clock;
    }

    Understood read(Answers answers) {
        Reader reader = new Reader();
        boolean goesOn = reader.signs(answers.signs());
        boolean kind = reader.needs(Step.KIND, "kind", "ask.kind.missing", answers.kind());
        About about = reader.about(answers.about());
        @Nullable Safety safety = Step.SAFETY.asked(answers) ? reader.safety(answers.safety()) : null;
        reader.needs(Step.FILES, "files", "ask.files.missing", answers.files());
        @Nullable Claim claim = Step.WHO.asked(answers) ? reader.who(answers.who()) : null;
        @Nullable Reached reached = reader.reach(answers.reach());
        if (!reader.problems.isEmpty()
                || !goesOn
                || !kind
                || answers.signs() == null
                || answers.kind() == null
                || (claim == null && !answers.known())
                || reached == null) {
            return new Understood(List.copyOf(reader.problems), null);
        }
        PatientRequest.Kind which = answers.kind();
        return new Understood(
                List.of(),
                new Understood.Written(
                        which,
                        Triage.urgency(answers.signs(), which, safety),
                        about.title(),
                        words.body(answers.signs(), about.details(), safety, reached.way()),
                        claim,
                        claim == null ? null : sender(claim, reached),
                        new Understood.Contact(reached.email(), reached.mobile())));
    }

    private static Sender sender(Claim claim, Reached reached) {
        Postcode postcode = claim.postcode();
        return new Sender(
                claim.givenName(),
                claim.familyName(),
                claim.born(),
                claim.nhsNumber(),
                postcode == null ? null : postcode.value(),
                reached.email(),
                reached.mobile());
    }

    private record Reached(
            @Nullable EmailAddress email, @Nullable MobileNumber mobile, Way way) {}

    /** One reading, which gathers what is wrong. */
    private final class Reader {

        private final List<Problem> problems = new ArrayList<>();

        boolean signs(@Nullable Signs signs) {
            if (signs == Signs.SOME) {
                problems.add(new Problem(Step.SIGNS, "signs", "ask.signs.call", List.of()));
            }
            return needs(Step.SIGNS, "signs", "ask.signs.missing", signs);
        }

        boolean needs(Step step, String field, String message, @Nullable Object answer) {
            if (answer == null) {
                problems.add(new Problem(step, field, message, List.of()));
            }
            return answer != null;
        }

        About about(@Nullable About said) {
            About typed = said == null ? new About("", "") : said;
            String title = valueOf(Step.ABOUT, "title", Typed.line(typed.title(), LONGEST_TITLE, "ask.title"));
            String details =
                    valueOf(Step.ABOUT, "details", Typed.lines(typed.details(), LONGEST_DETAILS, "ask.details"));
            return new About(title == null ? "" : title, details == null ? "" : details);
        }

        Safety safety(@Nullable Safety said) {
            Safety typed = said == null ? new Safety(null, "", "", null) : said;
            needs(Step.SAFETY, "worse", "ask.worse.missing", typed.worse());
            String since = valueOf(Step.SAFETY, "since", Typed.line(typed.since(), LONGEST_SINCE, "ask.since"));
            String tried = typed.tried().isBlank()
                    ? ""
                    : valueOf(Step.SAFETY, "tried", Typed.lines(typed.tried(), LONGEST_TRIED, "ask.tried"));
            needs(Step.SAFETY, "soon", "ask.soon.missing", typed.soon());
            return new Safety(typed.worse(), since == null ? "" : since, tried == null ? "" : tried, typed.soon());
        }

        @Nullable Claim who(@Nullable Who said) {
            Who typed = said == null ? new Who("", "", "", "", "", "", "") : said;
            String given = valueOf(Step.WHO, "givenName", Typed.line(typed.givenName(), LONGEST_NAME, "ask.given"));
            String family = valueOf(Step.WHO, "familyName", Typed.line(typed.familyName(), LONGEST_NAME, "ask.family"));
            DateOfBirth born = valueOf(
                    Step.WHO,
                    "birth-day",
                    DateOfBirth.read(typed.day(), typed.month(), typed.year(), LocalDate.now(clock)));
            NhsNumber number = null;
            if (!typed.nhsNumber().isBlank()) {
                number = NhsNumber.read(typed.nhsNumber()).orElse(null);
                needs(Step.WHO, "nhsNumber", "ask.number.wrong", number);
            }
            Postcode postcode = null;
            if (!typed.postcode().isBlank()) {
                postcode = valueOf(Step.WHO, "postcode", Postcode.read(typed.postcode()));
            } else if (typed.nhsNumber().isBlank()) {
                needs(Step.WHO, "postcode", "ask.postcode.needed", null);
            }
            return given == null || family == null || born == null
                    ? null
                    : new Claim(given, family, born, number, postcode);
        }

        @Nullable Reached reach(@Nullable Reach said) {
            Reach typed = said == null ? new Reach("", "", null) : said;
            EmailAddress email =
                    typed.email().isBlank() ? null : valueOf(Step.REACH, "email", EmailAddress.read(typed.email()));
            MobileNumber mobile =
                    typed.mobile().isBlank() ? null : valueOf(Step.REACH, "mobile", numbers.read(typed.mobile()));
            if (typed.email().isBlank() && typed.mobile().isBlank()) {
                needs(Step.REACH, "email", "ask.reach.none", null);
            } else if (typed.way() == Way.EMAIL && typed.email().isBlank()) {
                needs(Step.REACH, "email", "ask.reach.email", null);
            } else if ((typed.way() == Way.TEXT || typed.way() == Way.CALL)
                    && typed.mobile().isBlank()) {
                needs(Step.REACH, "mobile", "ask.reach.mobile", null);
            }
            needs(Step.REACH, "way", "ask.way.missing", typed.way());
            return typed.way() == null ? null : new Reached(email, mobile, typed.way());
        }

        private <T> @Nullable T valueOf(Step step, String field, Reading<T> reading) {
            return switch (reading) {
                case Reading.Right<T>(T value) -> value;
                case Reading.Wrong<T>(String message, List<Object> arguments) -> {
                    problems.add(new Problem(step, field, message, arguments));
                    yield null;
                }
            };
        }
    }
}
