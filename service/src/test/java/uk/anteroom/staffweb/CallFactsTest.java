package uk.anteroom.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import uk.anteroom.attempt.Attempt;
import uk.anteroom.attempt.Measured;
import uk.anteroom.attempt.Reason;
import uk.anteroom.call.Figures;
import uk.anteroom.web.ShownTimes;

class CallFactsTest {

    private static final Measured NOTHING = measured(null, null, null, 0, 0, 0, 0);

    private final CallFacts facts = new CallFacts(words(), times());

    @Test
    void goodCallIsOneLine() {
        assertThat(of(Reason.CONNECTED, measured(412L, Figures.Path.DIRECT, Figures.Transport.UDP, 0, 400, 3000, 0)))
                .containsExactly("Connected in 0.4 seconds, device to device.");
        assertThat(of(Reason.CONNECTED, NOTHING)).containsExactly("Connected.");
    }

    @Test
    void wayThroughTheRelayIsNamed() {
        assertThat(of(Reason.CONNECTED, measured(2345L, Figures.Path.RELAY, Figures.Transport.TCP, 0, 0, 0, 0)))
                .containsExactly("Connected in 2.3 seconds, through the relay (TCP).");
        assertThat(of(Reason.CONNECTED, measured(2345L, Figures.Path.RELAY, Figures.Transport.TLS, 0, 0, 0, 0)))
                .containsExactly("Connected in 2.3 seconds, through the relay (TLS).");
        assertThat(of(Reason.CONNECTED, measured(900L, Figures.Path.RELAY, null, 0, 0, 0, 0)))
                .containsExactly("Connected in 0.9 seconds, through the relay.");
    }

    @Test
    void troubleIsToldWithItsLengthAndWhoseItWas() {
        assertThat(of(
                        Reason.CONNECTED_THEN_LOST,
                        measured(400L, Figures.Path.DIRECT, Figures.Transport.UDP, 2, 14_200, 180_000, 61_000)))
                .containsExactly(
                        "Connected in 0.4 seconds, device to device.",
                        "Interrupted 2 times, 14 seconds in all.",
                        "Rosa’s network was weak for 3 minutes.",
                        "Dr Okafor’s network was weak for 1 minute.",
                        "The connection was lost before the end. Go back to the call, or ring Rosa.");
        assertThat(of(Reason.CONNECTED, measured(null, null, null, 1, 3000, 0, 0)))
                .containsExactly("Connected.", "Interrupted once, 3 seconds in all.");
        assertThat(of(Reason.CONNECTED, measured(null, null, null, 0, 3000, 0, 0)))
                .containsExactly("Connected.", "Interrupted for 3 seconds.");
    }

    @Test
    void phoneIsToldWithItsTime() {
        Attempt attempt = new Attempt(1, Reason.NO_NETWORK_PATH, Instant.parse("2026-11-22T10:41:30Z"), NOTHING);

        assertThat(facts.of(attempt, "Rosa", "Dr Okafor"))
                .containsExactly(
                        "Continued by telephone at 10:41.",
                        "No way through the network was found between the two devices."
                                + " Next time try mobile data instead of Wi-Fi, or ring.");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CONNECTED", "NOT_MEASURED"})
    void everyOtherReasonIsASentenceWithWhatToDo(Reason reason) {
        assertThat(of(reason, NOTHING).getLast())
                .matches("(?s).*\\. .*([Rr]ing|again).*\\.")
                .doesNotContain("{");
    }

    @Test
    void whatIsNotKnownIsNotSaid() {
        assertThat(of(Reason.NOT_MEASURED, NOTHING)).isEmpty();
    }

    private List<String> of(Reason reason, Measured measured) {
        return facts.of(new Attempt(1, reason, null, measured), "Rosa", "Dr Okafor");
    }

    private static Measured measured(
            @Nullable Long connectedMs,
            Figures.@Nullable Path path,
            Figures.@Nullable Transport transport,
            int restarts,
            long lostMs,
            long patientWeakMs,
            long clinicianWeakMs) {
        return new Measured(connectedMs, null, path, transport, null, restarts, lostMs, patientWeakMs, clinicianWeakMs);
    }

    private static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("messages");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }

    private static ShownTimes times() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Clock.class, () -> Clock.system(ZoneId.of("Europe/London")));
            context.register(ShownTimes.class);
            context.refresh();
            return context.getBean(ShownTimes.class);
        }
    }
}
