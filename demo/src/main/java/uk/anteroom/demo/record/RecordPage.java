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
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.Identifier;
import org.jspecify.annotations.Nullable;

/** The page of the clinical system, for one practice and whoever of its staff is signed in. */
record RecordPage(
        String practiceName,
        String practiceCode,
        String otherName,
        String otherCode,
        String user,
        List<User> users,
        boolean reachable,
        List<Choice> patients,
        @Nullable Loaded loaded) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final Duration NEW_FOR = Duration.ofMinutes(2);
    private static final int REFERENCE = 9;

    /** Somebody who can be signed in. */
    record User(String key, String name, boolean here) {}

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
            List<Entry> entries,
            List<Filed> documents) {}

    /**
     * A document.
     *
     * @param sent when and to whom, for one that holds a message; empty for any other
     */
    record Filed(String when, String title, String sent, String by, boolean error, String href) {}

    /**
     * A coded entry.
     *
     * @param ours whether Anteroom wrote it
     * @param fresh whether it came in a moment ago
     * @param error whether it was entered in error
     */
    record Entry(
            String day,
            String time,
            String code,
            String term,
            String reference,
            String by,
            boolean ours,
            boolean fresh,
            boolean error) {}

    static Choice choice(RecordPatient patient, Optional<RecordPatient> loaded) {
        return new Choice(
                patient.id().toString(),
                patient.name(),
                patient.born().shown(),
                loaded.filter(open -> open.id().equals(patient.id())).isPresent());
    }

    static Loaded loaded(RecordPatient patient, List<Entry> entries, List<Filed> documents, Clock clock) {
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
                entries,
                documents);
    }

    static Filed filed(DocumentReference document, List<Communication> messages, Instant recordedAt, Clock clock) {
        String identifier = document.getIdentifierFirstRep().getValue();
        ZonedDateTime when = recordedAt.atZone(clock.getZone());
        return new Filed(
                DAY.format(when) + ", " + TIME.format(when),
                document.getDescription(),
                messages.stream()
                        .filter(message -> identifier.equals(
                                message.getIdentifierFirstRep().getValue()))
                        .findFirst()
                        .map(message -> sent(message, clock))
                        .orElse(""),
                document.getAuthorFirstRep().getDisplay(),
                document.getStatus() == Enumerations.DocumentReferenceStatus.ENTEREDINERROR,
                DocumentController.HREF + identifier);
    }

    private static String sent(Communication message, Clock clock) {
        ZonedDateTime when = message.getSent().toInstant().atZone(clock.getZone());
        return "Message sent to the patient " + DAY.format(when) + ", " + TIME.format(when);
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
                ours && recordedAt.plus(NEW_FOR).isAfter(clock.instant()),
                encounter.getStatus() == Encounter.EncounterStatus.ENTEREDINERROR);
    }
}
