package uk.anteroom.demo.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.jspecify.annotations.Nullable;

/** The page of the clinical system, for one practice. */
record RecordPage(
        String practiceName,
        String practiceCode,
        String otherName,
        String otherCode,
        boolean reachable,
        List<Choice> patients,
        @Nullable Loaded loaded) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final Duration NEW_FOR = Duration.ofMinutes(2);
    private static final int REFERENCE = 9;

    /** A patient who can be opened. */
    record Choice(String id, String name, String born, boolean open) {}

    /** The patient who is open. */
    record Loaded(
            String id,
            String name,
            String born,
            int age,
            String nhsNumber,
            String email,
            String mobile,
            String videoHref,
            List<Entry> entries) {}

    /**
     * A coded entry.
     *
     * @param ours whether Anteroom wrote it
     * @param fresh whether it came in a moment ago
     */
    record Entry(
            String day,
            String time,
            String code,
            String term,
            String reference,
            String by,
            boolean ours,
            boolean fresh) {}

    static Choice choice(RecordPatient patient, Optional<RecordPatient> loaded) {
        return new Choice(
                patient.id().toString(),
                patient.name(),
                patient.born().shown(),
                loaded.filter(open -> open.id().equals(patient.id())).isPresent());
    }

    static Loaded loaded(RecordPatient patient, List<Entry> entries, Clock clock) {
        var email = patient.email();
        var mobile = patient.mobile();
        return new Loaded(
                patient.id().toString(),
                patient.name(),
                patient.born().shown(),
                patient.born().ageOn(LocalDate.now(clock)),
                patient.nhsNumber().shown(),
                email == null ? "none" : email.shown(),
                mobile == null ? "none" : mobile.shown(),
                "/patients/" + patient.id() + "?video",
                entries);
    }

    static Entry entry(Encounter encounter, Instant recordedAt, Clock clock) {
        ZonedDateTime when = encounter.getPeriod().getStart() == null
                ? recordedAt.atZone(clock.getZone())
                : encounter.getPeriod().getStart().toInstant().atZone(clock.getZone());
        String identifier = encounter.getIdentifier().stream()
                .filter(one -> Codes.ANTEROOM.equals(one.getSystem()))
                .findFirst()
                .map(Identifier::getValue)
                .orElse("");
        boolean ours = !identifier.isEmpty();
        return new Entry(
                DAY.format(when),
                TIME.format(when),
                encounter.getTypeFirstRep().getCodingFirstRep().getCode(),
                encounter.getTypeFirstRep().getCodingFirstRep().getDisplay(),
                identifier.length() > REFERENCE ? identifier.substring(0, REFERENCE - 1) : identifier,
                encounter.getParticipantFirstRep().getIndividual().getDisplay(),
                ours,
                ours && recordedAt.plus(NEW_FOR).isAfter(clock.instant()));
    }
}
