package uk.anteroom.toolbar.hub;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.anteroom.toolbar.web.Fields;

/** A FHIRcast event about a patient (3.0.0, 2-5). */
record Event(String id, Kind kind, OpenPatient patient) {

    enum Kind {
        OPEN,
        CLOSE,
        /** Nothing the toolbar follows; it is acknowledged all the same. */
        OTHER
    }

    private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final int LONGEST_NAME = 120;

    /** Nothing if the message is no event. */
    static Optional<Event> of(Fields message) {
        Optional<String> id = message.text("id");
        Optional<Fields> event = message.inside("event");
        if (id.isEmpty() || event.isEmpty()) {
            return Optional.empty();
        }
        Kind kind =
                switch (event.get().text("hub.event").orElse("").toLowerCase(Locale.ROOT)) {
                    case "patient-open" -> Kind.OPEN;
                    case "patient-close" -> Kind.CLOSE;
                    default -> Kind.OTHER;
                };
        Optional<Fields> patient = event.get().all("context").stream()
                .filter(one -> one.text("key").filter("patient"::equals).isPresent())
                .flatMap(one -> one.inside("resource").stream())
                .findFirst();
        if (kind == Kind.OTHER || patient.isEmpty()) {
            return Optional.of(
                    new Event(id.get(), Kind.OTHER, new OpenPatient("", "", "", id.get(), Instant.EPOCH, Set.of())));
        }
        Instant at = message.text("timestamp").flatMap(Event::instant).orElseGet(Instant::now);
        return Optional.of(new Event(id.get(), kind, patient(patient.get(), id.get(), at)));
    }

    private static OpenPatient patient(Fields resource, String event, Instant at) {
        List<Fields> identifiers = resource.all("identifier");
        Set<String> keys = new HashSet<>();
        resource.text("id").ifPresent(id -> keys.add("id|" + id));
        identifiers.forEach(one ->
                one.text("value").ifPresent(value -> keys.add(one.text("system").orElse("") + "|" + value)));
        String number = identifiers.stream()
                .filter(one -> one.text("system").filter(NHS_NUMBER::equals).isPresent())
                .flatMap(one -> one.text("value").stream())
                .findFirst()
                .orElse("");
        return new OpenPatient(
                name(resource), born(resource.text("birthDate").orElse("")), grouped(number), event, at, keys);
    }

    private static String name(Fields resource) {
        List<Fields> names = resource.all("name");
        Optional<Fields> name = names.stream()
                .filter(one -> one.text("use").filter("official"::equals).isPresent())
                .findFirst()
                .or(() -> names.stream().findFirst());
        String whole = name.map(one -> Stream.concat(one.texts("given").stream(), one.text("family").stream())
                        .collect(Collectors.joining(" ")))
                .filter(text -> !text.isBlank())
                .or(() -> name.flatMap(one -> one.text("text")))
                .orElse("A patient without a name");
        // marks that turn the direction of writing, or break the line, would let one name look like another
        String plain = whole.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "").strip();
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }

    private static String born(String date) {
        try {
            return date.isEmpty() ? "" : DAY.format(LocalDate.parse(date));
        } catch (DateTimeException e) {
            return "";
        }
    }

    private static String grouped(String number) {
        return number.matches("[0-9]{10}")
                ? number.substring(0, 3) + " " + number.substring(3, 6) + " " + number.substring(6)
                : "";
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException again) {
                return Optional.empty();
            }
        }
    }
}
