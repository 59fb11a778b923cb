package uk.anteroom.loadedpatient.fhircast;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.anteroom.loadedpatient.EventName;
import uk.anteroom.loadedpatient.HubRefused;
import uk.anteroom.loadedpatient.HubRefused.Kind;

/**
 * What a program asks for when it subscribes or unsubscribes (2-4, the two tables of parameters).
 *
 * @param events those of them that are spoken here; nothing when it unsubscribes
 * @param leaseSeconds nothing if it leaves that to the hub
 * @param endpoint of a subscription that it has
 */
record SubscriptionForm(
        boolean subscribes,
        String topic,
        Set<EventName> events,
        @Nullable Long leaseSeconds,
        @Nullable String endpoint,
        String subscriber) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST = 1000;

    /** Throws {@link HubRefused} if it cannot be right. */
    static SubscriptionForm read(Map<String, List<String>> fields) {
        fields.values().forEach(values -> {
            if (values.size() > 1) {
                throw misshapen("each parameter may appear once");
            }
            if (values.getFirst().length() > LONGEST) {
                throw misshapen("a parameter is too long");
            }
        });
        if (!"websocket".equals(one(fields, "hub.channel.type"))) {
            throw misshapen("hub.channel.type must be websocket");
        }
        String mode = one(fields, "hub.mode");
        boolean subscribes = "subscribe".equals(mode);
        if (!subscribes && !"unsubscribe".equals(mode)) {
            throw misshapen("hub.mode must be subscribe or unsubscribe");
        }
        String topic = one(fields, "hub.topic");
        if (topic == null || topic.isBlank()) {
            throw misshapen("hub.topic is missing");
        }
        String endpoint = one(fields, "hub.channel.endpoint");
        if (!subscribes && endpoint == null) {
            throw misshapen("hub.channel.endpoint is missing");
        }
        return new SubscriptionForm(
                subscribes,
                topic,
                subscribes ? events(one(fields, "hub.events")) : Set.of(),
                subscribes ? lease(one(fields, "hub.lease_seconds")) : null,
                endpoint == null ? null : endpoint.strip(),
                name(one(fields, "subscriber.name")));
    }

    private static Set<EventName> events(@Nullable String list) {
        if (list == null || list.isBlank()) {
            throw misshapen("hub.events is missing");
        }
        return Arrays.stream(list.split(",", -1))
                .flatMap(name -> EventName.called(name.strip()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable Long lease(@Nullable String seconds) {
        if (seconds == null) {
            return null;
        }
        if (!seconds.matches("[1-9][0-9]{0,8}")) {
            throw misshapen("hub.lease_seconds must be a positive decimal integer");
        }
        return Long.valueOf(seconds);
    }

    /** Shown to the other programs of the same person; whatever could break a line or a page is taken out. */
    private static String name(@Nullable String name) {
        String plain =
                name == null ? "" : name.replaceAll("[^\\p{L}\\p{N} ._()-]", "").strip();
        if (plain.isEmpty()) {
            return "A program";
        }
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }

    private static @Nullable String one(Map<String, List<String>> fields, String name) {
        List<String> values = fields.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    private static HubRefused misshapen(String message) {
        return new HubRefused(Kind.MISSHAPEN, message);
    }
}
