package uk.anteroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.NotifyStandIn.Fault;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TextMessages;

/** When and by whom a letter is tried again, and when it is not. */
class RetriesTest extends RunningService {

    private static final MobileNumber ROSA = new MobileNumber("+447700900123");
    private static final String NOTIFY_NAME = "govuk-notify";
    private static final String OTHER = "text-messages";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TextMessages texts;

    private Surgery surgery;

    @BeforeEach
    void open(@Autowired Cast cast) {
        surgery = cast.surgery();
    }

    @Test
    void gapsAreThoseThatAreWrittenDownAndThenItIsGivenUpVisibly() {
        PostRoom post = by(NOTIFY_NAME);
        LetterId id = post.post(ROSA);
        NOTIFY.next(Collections.nCopies(7, Fault.UNAVAILABLE).toArray(Fault[]::new));
        assertThat(post.sendOut(id)).extracting(Duration::toSeconds).containsExactly(10L, 30L, 60L, 120L, 300L, 300L);
        assertThat(post.letter(id))
                .extracting(Letter::state, Letter::problem, Letter::tries)
                .containsExactly(LetterState.FAILED, Problem.UNREACHABLE, 7);
        assertThat(NOTIFY.of(post.reference(id).toString())).isEmpty();
    }

    @Test
    void anotherCarrierIsAskedAtOnce() {
        PostRoom post = by(NOTIFY_NAME, OTHER);
        LetterId id = post.post(ROSA);
        NOTIFY.next(Fault.RATE_LIMIT);
        int before = texts.to("07700 900123").size();
        assertThat(post.sendOut(id)).isEmpty();
        assertThat(post.letter(id))
                .extracting(Letter::state, Letter::tries, Letter::maybeTwice)
                .containsExactly(LetterState.SENT, 2, false);
        assertThat(texts.to("07700 900123")).hasSize(before + 1);
    }

    @Test
    void oneThatKeepsFailingRestsAndIsAskedFirstAgainAfterwards() {
        PostRoom post = by(NOTIFY_NAME, OTHER);
        NOTIFY.next(Fault.BROKEN, Fault.BROKEN, Fault.BROKEN);
        for (int i = 0; i < CarrierHealth.FAILURES; i++) {
            post.sendOut(post.post(ROSA));
        }
        LetterId meanwhile = post.post(ROSA);
        post.sendOut(meanwhile);
        assertThat(post.letter(meanwhile).tries()).isEqualTo(1);
        assertThat(NOTIFY.of(post.reference(meanwhile).toString())).isEmpty();

        post.clock.moveTo(post.clock.instant().plus(CarrierHealth.REST));
        LetterId afterwards = post.post(ROSA);
        post.sendOut(afterwards);
        assertThat(NOTIFY.of(post.reference(afterwards).toString())).hasSize(1);
    }

    @Test
    void unclearAnswersAreClearedUpByAskingAndNotBySendingAgain() {
        PostRoom post = by(NOTIFY_NAME, OTHER);
        LetterId id = post.post(ROSA);
        NOTIFY.next(Fault.CUT_OFF);
        assertThat(post.sendOut(id)).containsExactly(Duration.ofSeconds(10));
        assertThat(post.letter(id))
                .extracting(Letter::state, Letter::tries, Letter::maybeTwice)
                .containsExactly(LetterState.DELIVERED, 1, false);
        assertThat(NOTIFY.of(post.reference(id).toString())).hasSize(1);
    }

    @Test
    void whatNeverCameIsSentAgainAndNobodySaysTwice() {
        PostRoom post = by(NOTIFY_NAME);
        LetterId id = post.post(ROSA);
        NOTIFY.next(Fault.HANG);
        post.sendOut(id);
        assertThat(post.letter(id))
                .extracting(Letter::state, Letter::tries, Letter::maybeTwice)
                .containsExactly(LetterState.SENT, 2, false);
        assertThat(NOTIFY.of(post.reference(id).toString())).hasSize(1);
    }

    @Test
    void whereNobodyCanTellItIsSentAgainAndSaidSo() {
        PostRoom post = by(NOTIFY_NAME);
        LetterId id = post.post(ROSA);
        NOTIFY.next(Fault.TAKEN_AND_HANG);
        NOTIFY.nextQuestion(Fault.BROKEN);
        post.sendOut(id);
        assertThat(post.letter(id))
                .extracting(Letter::state, Letter::maybeTwice)
                .containsExactly(LetterState.SENT, true);
        assertThat(NOTIFY.of(post.reference(id).toString())).hasSize(2);
    }

    @Test
    void nothingIsSentAfterItsReasonEnded() {
        PostRoom post = by(NOTIFY_NAME);
        LetterId id = post.post(ROSA);
        NOTIFY.next(Fault.UNAVAILABLE);
        post.clock.moveTo(post.send(id).orElseThrow());
        post.reasonEnds();
        assertThat(post.send(id)).isEmpty();
        assertThat(post.letter(id).state()).isEqualTo(LetterState.DROPPED);
        assertThat(NOTIFY.of(post.reference(id).toString())).isEmpty();
    }

    @Test
    void withoutACarrierItFailsAtOnceAndSaysWhy() {
        PostRoom post = by();
        LetterId id = post.post(ROSA);
        assertThat(post.sendOut(id)).isEmpty();
        assertThat(post.letter(id))
                .extracting(Letter::state, Letter::problem)
                .containsExactly(LetterState.FAILED, Problem.NOT_SET_UP);
    }

    @Test
    void unknownCarriersAreRefusedAtTheStart() {
        assertThatThrownBy(() -> by("carrier-pigeon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("carrier-pigeon");
    }

    private PostRoom by(String... carriers) {
        return new PostRoom(context, surgery.practice(), List.of("smtp"), List.of(carriers));
    }
}
