package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.attempt.Rating;
import uk.anteroom.attempt.SurveyAnswer;
import uk.anteroom.attempt.SurveyAnswers;
import uk.anteroom.attempt.Trouble;
import uk.anteroom.call.Arrivals;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Seats;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Outcome;
import uk.anteroom.consultation.Outcomes;
import uk.anteroom.consultation.UnsuccessfulReason;
import uk.anteroom.invitation.Sending;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** The one question to the patient after the call, in a browser without script. */
class SurveyTest extends RunningService {

    private static final String RATING = "#survey form:has(button[name=rating])";
    private static final String TROUBLE = "#survey form:has(button[name=trouble])";

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    SurveyAnswers answers;

    @Autowired
    Attendance attendance;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Calls calls;

    @Autowired
    Seats seats;

    Surgery surgery;
    Browser phone;
    ConsultationId id;

    @BeforeEach
    void invite() {
        surgery = cast.surgery();
        phone = browser();
        Sending.Sent sent =
                story.invited(surgery, surgery.rosa(), surgery.rosa().email());
        id = sent.consultation();
        Page asked = phone.open("/v/" + story.token(surgery, sent).value());
        phone.submit(
                asked, "form[action$=/identity]", Map.of("day", "14", "month", "3", "year", "1957", "consent", "true"));
        Arrivals.arrive(calls, seats, surgery.practice(), look().patientSeat());
    }

    @Test
    void lastAnswerCountsAndTroubleIsAskedOnlyAfterOneThatIsNotGood() {
        over(true);
        Page page = phone.open("/visit");
        assertThat(page.text()).contains("How was the video call?");
        assertThat(page.html().select("[data-survey-says=saved]").hasAttr("hidden"))
                .isTrue();
        assertThat(page.html().select(TROUBLE).hasAttr("hidden")).isTrue();

        page = phone.submit(page, RATING, Map.of("rating", "bad"));
        assertThat(page.path()).isEqualTo("/visit");
        assertThat(page.html().select("button[aria-pressed=true]").eachAttr("value"))
                .containsExactly("bad");
        assertThat(page.html().select(TROUBLE).hasAttr("hidden")).isFalse();
        assertThat(page.html().select("[data-survey-says=saved]").hasAttr("hidden"))
                .isFalse();
        assertThat(answer()).isEqualTo(new SurveyAnswer(Rating.BAD, null));

        page = phone.submit(page, TROUBLE, Map.of("trouble", "getting-in"));
        assertThat(page.html().select("button[aria-pressed=true]").eachAttr("value"))
                .containsExactly("bad", "getting-in");
        assertThat(answer()).isEqualTo(new SurveyAnswer(Rating.BAD, Trouble.GETTING_IN));

        page = phone.submit(page, RATING, Map.of("rating", "good"));
        assertThat(page.html().select(TROUBLE).hasAttr("hidden")).isTrue();
        assertThat(answer()).isEqualTo(new SurveyAnswer(Rating.GOOD, null));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whoWasNotLetInIsNotAsked() {
        assertThat(phone.fetch("/visit/survey").statusCode()).isEqualTo(204);
        over(false);
        Page page = phone.open("/visit");
        assertThat(page.text()).contains("The video call has ended").doesNotContain("How was", "Thank you for talking");
        assertThat(phone.post("/visit/survey", Map.of("rating", "bad", "_csrf", Browser.token(page)))
                        .status())
                .isEqualTo(409);
        assertThat(rows()).isZero();
    }

    @Test
    void wordThatIsNotOursAndDeviceThatIsNobodysAreRefused() {
        over(true);
        Page page = phone.open("/visit");
        for (Map<String, String> words : List.of(
                Map.of("rating", "GOOD"),
                Map.of("rating", "it was fine"),
                Map.of("rating", "bad", "trouble", "the doctor"))) {
            Map<String, String> fields = new HashMap<>(words);
            fields.put("_csrf", Browser.token(page));
            assertThat(phone.post("/visit/survey", fields).status()).isEqualTo(400);
        }
        assertThat(phone.post("/visit/survey", Map.of("rating", "good")).status())
                .as("without the page's token")
                .isEqualTo(403);
        assertThat(browser().fetch("/visit/survey").statusCode()).isEqualTo(404);
        assertThat(rows()).isZero();
    }

    @Test
    void scriptIsToldWhatWasAnsweredBefore() {
        attendance.admit(surgery.clinician(), id);
        assertThat(phone.fetch("/visit/survey").body()).isEqualTo("{\"rating\":null,\"trouble\":null}");
        story.answered(surgery, id, new SurveyAnswer(Rating.NOT_SO_GOOD, Trouble.SOMETHING_ELSE));
        assertThat(phone.fetch("/visit/survey").body())
                .isEqualTo("{\"rating\":\"not-so-good\",\"trouble\":\"something-else\"}");
    }

    private void over(boolean letIn) {
        if (letIn) {
            attendance.admit(surgery.clinician(), id);
        }
        attendance.end(surgery.clinician(), id);
        outcomes.decide(surgery.clinician(), id, Outcome.UNSUCCESSFUL, UnsuccessfulReason.TECHNICAL);
    }

    private SurveyAnswer answer() {
        return answers.of(surgery.practice(), look().call()).orElseThrow();
    }

    private Consultation look() {
        return story.look(surgery.practice(), id);
    }

    private int rows() {
        return JdbcClient.create(TestDatabase.get().superuser())
                .sql("select count(*) from survey_answer where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .query(Integer.class)
                .single();
    }
}
