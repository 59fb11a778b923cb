package uk.anteroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.NotifyStandIn;
import uk.anteroom.testing.NotifyStandIn.Fault;
import uk.anteroom.testing.NotifyStandIn.Taken;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;

/** What becomes of a letter after it was handed over: reported by its provider, asked for, or said by others in the provider's name. */
class ReceiptsTest extends RunningService {

    /** At the stand-in it stays on its way, as at a telephone that is off. */
    private static final MobileNumber OFF = new MobileNumber("+447700900004");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Cast cast;

    private PostRoom post;
    private LetterId id;
    private Taken message;

    @BeforeEach
    void send() {
        post = room(cast.surgery());
        id = post.post(OFF);
        post.sendOut(id);
        message = NOTIFY.of(post.reference(id).toString()).getFirst();
        assertThat(letter().state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void deliveredIsDeliveredAndSaidTwiceIsSaidOnce() {
        assertThat(report("delivered")).isEqualTo(204);
        Instant at = Objects.requireNonNull(letter().deliveredAt());
        assertThat(report("delivered")).isEqualTo(204);
        assertThat(letter().state()).isEqualTo(LetterState.DELIVERED);
        assertThat(letter().deliveredAt()).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"permanent-failure", "temporary-failure", "technical-failure", "sending", "created"})
    void nothingThatComesLateUndoesADelivery(String late) {
        report("delivered");
        assertThat(report(late)).isEqualTo(204);
        assertThat(letter().state()).isEqualTo(LetterState.DELIVERED);
    }

    @Test
    void failuresSayWhatIsWrong() {
        assertThat(report("permanent-failure")).isEqualTo(204);
        assertThat(letter())
                .extracting(Letter::state, Letter::problem)
                .containsExactly(LetterState.FAILED, Problem.UNKNOWN_ADDRESS);
    }

    @Test
    void deliveryAfterAFailureIsTheTruth() {
        report("temporary-failure");
        assertThat(letter().problem()).isEqualTo(Problem.NOT_REACHED);
        report("delivered");
        assertThat(letter()).extracting(Letter::state, Letter::problem).containsExactly(LetterState.DELIVERED, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guessed", NotifyStandIn.CALLBACK_TOKEN + "x"})
    void whoBringsAnotherTokenChangesNothing(String token) {
        assertThat(NOTIFY.report(door(), token, message, "delivered")).isEqualTo(401);
        assertThat(letter().state()).isEqualTo(LetterState.SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"reference\":\"x\"}", "<html>", "{\"status\":{}}"})
    void whatIsNoReportIsRefused(String body) {
        assertThat(NOTIFY.post(door(), NotifyStandIn.CALLBACK_TOKEN, body)).isEqualTo(400);
    }

    @Test
    void longReportsAreNotReadToTheirEnd() {
        String body = "{\"status\":\"delivered\",\"to\":\"" + "7".repeat(9_000) + "\"}";
        assertThat(NOTIFY.post(door(), NotifyStandIn.CALLBACK_TOKEN, body)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "of another program", "0/0", "%s/%s"})
    void whatIsNotOursIsTakenAndForgotten(String reference) {
        String body = "{\"status\":\"delivered\",\"reference\":\"%s\"}"
                .formatted(reference.formatted(UUID.randomUUID(), UUID.randomUUID()));
        assertThat(NOTIFY.post(door(), NotifyStandIn.CALLBACK_TOKEN, body)).isEqualTo(204);
    }

    @Test
    void anotherPracticesLetterIsNotThere() {
        String stranger = room(cast.surgery()).reference(id).toString();
        String body = "{\"status\":\"delivered\",\"reference\":\"%s\"}".formatted(stranger);
        assertThat(NOTIFY.post(door(), NotifyStandIn.CALLBACK_TOKEN, body)).isEqualTo(204);
        assertThat(letter().state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void oneCarriersFailureSaysNothingOfWhatAnotherTook() {
        PostRoom two = new PostRoom(
                context, cast.surgery().practice(), List.of("smtp"), List.of("govuk-notify", "text-messages"));
        LetterId letter = two.post(OFF);
        NOTIFY.next(Fault.UNAVAILABLE);
        two.sendOut(letter);
        String body = "{\"status\":\"permanent-failure\",\"reference\":\"%s\"}".formatted(two.reference(letter));
        assertThat(NOTIFY.post(door(), NotifyStandIn.CALLBACK_TOKEN, body)).isEqualTo(204);
        assertThat(two.letter(letter).state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void whoIsNotToldAsks() {
        MobileNumber rosa = new MobileNumber("+447700900123");
        LetterId asked = post.post(rosa);
        post.sendOut(asked);
        assertThat(post.look(asked)).isEmpty();
        assertThat(post.letter(asked).state()).isEqualTo(LetterState.DELIVERED);
    }

    @Test
    void askingGoesOnMoreAndMoreSeldomForThreeDays() {
        Instant sent = Objects.requireNonNull(letter().sentAt());
        post.clock.moveTo(sent.plusSeconds(30));
        int questions = 0;
        for (var next = post.look(id); next.isPresent(); next = post.look(id)) {
            post.clock.moveTo(next.get());
            questions++;
        }
        assertThat(questions).isBetween(10, 20);
        assertThat(Duration.between(sent, post.clock.instant())).isBetween(Duration.ofDays(3), Duration.ofDays(6));
        assertThat(letter().state()).isEqualTo(LetterState.SENT);
    }

    private PostRoom room(Surgery surgery) {
        return new PostRoom(context, surgery.practice(), List.of("smtp"), List.of("govuk-notify"));
    }

    private Letter letter() {
        return post.letter(id);
    }

    private int report(String status) {
        return NOTIFY.report(door(), NotifyStandIn.CALLBACK_TOKEN, message, status);
    }

    private URI door() {
        return URI.create("http://localhost:" + port + "/receipts/govuk-notify");
    }
}
