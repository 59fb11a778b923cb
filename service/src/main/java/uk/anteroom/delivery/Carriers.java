package uk.anteroom.delivery;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.Channel;

/** The carriers of each channel, in their order. */
@Component
class Carriers {

    private static final Logger LOG = LoggerFactory.getLogger(Carriers.class);

    private final Map<Channel, List<Carrier>> order = new EnumMap<>(Channel.class);
    private final CarrierHealth health;

    /** Throws {@link IllegalArgumentException} if the settings name one that is not there. */
    Carriers(ObjectProvider<Carrier> all, DeliverySettings settings, CarrierHealth health) {
        this.health = health;
        order.put(Channel.EMAIL, named(all, Channel.EMAIL, settings.email()));
        order.put(Channel.SMS, named(all, Channel.SMS, settings.sms()));
    }

    /** Whom to ask for a letter: those that rest come last. */
    List<Carrier> of(Channel channel) {
        return order.getOrDefault(channel, List.of()).stream()
                .sorted(Comparator.comparing(health::rests))
                .toList();
    }

    /** The one of that name; empty if it is no longer used. */
    Optional<Carrier> named(Channel channel, String name) {
        return order.getOrDefault(channel, List.of()).stream()
                .filter(carrier -> carrier.name().equals(name))
                .findFirst();
    }

    /** One that throws is tried again and given up like one that does not answer; thrown on, it would be tried for ever, unseen. */
    Handover handOver(Carrier carrier, Parcel parcel) {
        Handover answer;
        try {
            answer = carrier.handOver(parcel);
        } catch (RuntimeException e) {
            LOG.error("Letter {}: carrier {} failed", parcel.reference().letter(), carrier.name(), e);
            answer = new Handover.NotNow(Problem.UNREACHABLE);
        }
        if (answer instanceof Handover.NotNow || answer instanceof Handover.Unclear) {
            health.failed(carrier);
        } else {
            health.answered(carrier);
        }
        return answer;
    }

    /** Whatever goes wrong with the question, nobody knows then. */
    Whereabouts find(Carrier carrier, Parcel.Reference reference) {
        try {
            return carrier.find(reference);
        } catch (RuntimeException e) {
            LOG.error("Letter {}: carrier {} could not be asked", reference.letter(), carrier.name(), e);
            return new Whereabouts.CannotTell();
        }
    }

    private static List<Carrier> named(ObjectProvider<Carrier> all, Channel channel, List<String> names) {
        return names.stream()
                .map(name -> all.stream()
                        .filter(carrier ->
                                carrier.channel() == channel && carrier.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "anteroom.delivery names " + name + " for " + channel + ", which is not set up")))
                .toList();
    }
}
