package uk.anteroom.staffweb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.attempt.Attempt;
import uk.anteroom.attempt.Measured;
import uk.anteroom.attempt.Reason;
import uk.anteroom.call.Figures;
import uk.anteroom.web.ShownTimes;

/** Says in plain words how a call went, or why nobody met and what to do about it. */
@Component
class CallFacts {

    /** A shorter one is over before anybody has wondered. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    /** Bars go up and down; a network is weak when it stays so. */
    private static final Duration WEAK = Duration.ofSeconds(10);

    private final MessageSource words;
    private final ShownTimes times;

    CallFacts(MessageSource words, ShownTimes times) {
        this.words = words;
        this.times = times;
    }

    /** A few short sentences; {@code patient} by first name. */
    List<String> of(Attempt attempt, String patient, String clinician) {
        List<String> facts = new ArrayList<>();
        Measured measured = attempt.measured();
        boolean connected = attempt.reason() == Reason.CONNECTED || attempt.reason() == Reason.CONNECTED_THEN_LOST;
        if (connected) {
            facts.add(way(measured));
        }
        addInterruptions(facts, measured);
        addWeak(facts, patient, measured.patientWeakMs());
        addWeak(facts, clinician, measured.clinicianWeakMs());
        if (attempt.phoneAt() != null) {
            facts.add(say("call.phone", times.time(attempt.phoneAt())));
        }
        switch (attempt.reason()) {
            case CONNECTED, NOT_MEASURED -> {}
            case CONNECTED_THEN_LOST -> facts.add(say("call.lost", patient));
            case NO_NETWORK_PATH -> facts.add(say("call.noPath"));
            case RELAY_AWAY -> facts.add(say("call.relayAway"));
            case DEVICES_REFUSED -> facts.add(say("call.devices", patient));
            case LEFT_WHILE_WAITING -> facts.add(say("call.left", patient));
            case NOT_LET_IN -> facts.add(say("call.notLetIn", patient));
            case PAGE_LOST -> facts.add(say("call.pageLost", patient));
            case NOBODY_CAME -> facts.add(say("call.nobody", patient));
        }
        return facts;
    }

    private String way(Measured measured) {
        String path = say(pathKey(measured));
        Long took = measured.connectedMs();
        return took == null
                ? say("call.connected", path)
                : say("call.connected.in", String.format(Locale.UK, "%.1f", took / 1000.0), path);
    }

    private static String pathKey(Measured measured) {
        if (measured.path() == null) {
            return "call.path.unknown";
        }
        if (measured.path() == Figures.Path.DIRECT) {
            return "call.path.direct";
        }
        return switch (measured.transport()) {
            case TCP -> "call.path.relay.tcp";
            case TLS -> "call.path.relay.tls";
            case UDP -> "call.path.relay";
            case null -> "call.path.relay";
        };
    }

    private void addInterruptions(List<String> facts, Measured measured) {
        Duration lost = Duration.ofMillis(measured.lostMs());
        if (lost.compareTo(WORTH_TELLING) >= 0) {
            facts.add(
                    measured.restarts() == 0
                            ? say("call.interrupted", times.length(lost))
                            : say("call.interrupted.times", measured.restarts(), times.length(lost)));
        }
    }

    private void addWeak(List<String> facts, String whose, long ms) {
        Duration weak = Duration.ofMillis(ms);
        if (weak.compareTo(WEAK) >= 0) {
            facts.add(say("call.weak", whose, times.length(weak)));
        }
    }

    private String say(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
