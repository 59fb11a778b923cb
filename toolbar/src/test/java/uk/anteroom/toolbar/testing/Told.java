package uk.anteroom.toolbar.testing;

import java.time.Instant;

/** What a hub and a service say. */
public final class Told {

    public static final String SESSION =
            "{\"hub.topic\":\"topic-1\",\"hub.url\":\"x\",\"staff\":\"Dr Amara Okafor\",\"practice\":\"Riverside Surgery\"}";

    private Told() {}

    public static String confirmed(int lease) {
        return "{\"hub.mode\":\"subscribe\",\"hub.topic\":\"topic-1\",\"hub.events\":\"Patient-open,Patient-close\",\"hub.lease_seconds\":"
                + lease + "}";
    }

    public static String open(String id, Instant at, String given, String family, String nhsNumber) {
        return event("Patient-open", id, at, """
                {"resourceType":"Patient","id":"%s-id","identifier":[{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"%s"}],
                 "name":[{"use":"old","text":"Somebody Else"},{"use":"official","family":"%s","given":["%s"]}],"birthDate":"1957-03-14"}
                """.formatted(given, nhsNumber, family, given));
    }

    public static String close(String id, Instant at, String nhsNumber) {
        return event("patient-close", id, at, """
                {"resourceType":"Patient","identifier":[{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"%s"}]}
                """.formatted(nhsNumber));
    }

    public static String event(String name, String id, Instant at, String resource) {
        return """
                {"timestamp":"%s","id":"%s","event":{"hub.topic":"topic-1","hub.event":"%s","context":[{"key":"patient","resource":%s}]}}
                """.formatted(at, id, name, resource);
    }

    public static String news(String waiting, int count, int requests) {
        return "event: news\ndata: {\"waiting\":[" + waiting + "],\"count\":" + count + ",\"requests\":" + requests
                + "}\n\n";
    }

    public static String one(String consultation, String name, Instant since, boolean attended) {
        return "{\"consultation\":\"" + consultation + "\",\"name\":\"" + name + "\",\"since\":\"" + since
                + "\",\"attended\":" + attended + "}";
    }
}
