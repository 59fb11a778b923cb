package uk.anteroom.demo.cast;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import uk.anteroom.request.NewRequest;
import uk.anteroom.request.PatientRequest.Kind;
import uk.anteroom.request.PatientRequest.Urgency;
import uk.anteroom.request.RequestId;

/** What the patients of Riverside have asked their practice for. */
public enum Asked {
    RASH(
            "a0000000-0000-4000-8000-000000000201",
            Person.ROSA,
            Kind.MEDICAL,
            Urgency.ROUTINE,
            "Itchy rash on my left arm",
            "It started about a week ago on the inside of my left arm and has spread to the elbow. It itches most at night. I have"
                    + " tried the cream from last year, and it did not help. I have not changed soap or washing powder.",
            Duration.ofMinutes(95)),
    BREATHING(
            "a0000000-0000-4000-8000-000000000202",
            Person.GRACE,
            Kind.MEDICAL,
            Urgency.URGENT,
            "My inhaler does not last the day",
            "Since the weekend I need my blue inhaler every three hours, before it was twice a week. I can speak in whole"
                    + " sentences. I was told to say at once if it gets more than four times a day.",
            Duration.ofMinutes(22)),
    PRESCRIPTION(
            "a0000000-0000-4000-8000-000000000203",
            Person.WALTER,
            Kind.ADMINISTRATIVE,
            Urgency.ROUTINE,
            "Repeat prescription",
            "Please may I have my usual blood pressure tablets again. I have enough for one week.",
            Duration.ofMinutes(170)),
    SLEEP(
            "a0000000-0000-4000-8000-000000000204",
            Person.INES,
            Kind.MEDICAL,
            Urgency.ROUTINE,
            "Not sleeping since my operation",
            "I have been waking at three every night since my knee operation in October and cannot get back to sleep. I do not"
                    + " know whether it is the pain or the new tablets.",
            Duration.ofMinutes(55)),
    NOTE(
            "a0000000-0000-4000-8000-000000000205",
            Person.TOM,
            Kind.ADMINISTRATIVE,
            Urgency.ROUTINE,
            "Fit note for work",
            "My employer asks for a note that I can go back to work from Monday.",
            Duration.ofMinutes(40));

    private final UUID id;
    private final Person person;
    private final Kind kind;
    private final Urgency urgency;
    private final String title;
    private final String body;
    private final Duration ago;

    Asked(String id, Person person, Kind kind, Urgency urgency, String title, String body, Duration ago) {
        this.id = UUID.fromString(id);
        this.person = person;
        this.kind = kind;
        this.urgency = urgency;
        this.title = title;
        this.body = body;
        this.ago = ago;
    }

    public RequestId id() {
        return new RequestId(id);
    }

    public Person person() {
        return person;
    }

    public NewRequest request() {
        return new NewRequest(id(), person.id(), null, kind, urgency, title, body);
    }

    /** As if it had come in a while before now. */
    public Instant at(Instant now) {
        return now.minus(ago);
    }
}
