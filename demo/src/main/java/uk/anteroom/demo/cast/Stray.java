package uk.anteroom.demo.cast;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.request.NewRequest;
import uk.anteroom.request.PatientRequest.Kind;
import uk.anteroom.request.PatientRequest.Urgency;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.Sender;

/** A request of somebody who calls himself otherwise than the list does. */
public final class Stray {

    private static final UUID ID = UUID.fromString("a0000000-0000-4000-8000-000000000206");
    private static final Duration AGO = Duration.ofMinutes(12);

    private Stray() {}

    public static UUID id() {
        return ID;
    }

    /** As it was typed: without the NHS number, and with a name that nobody on the list has. */
    public static NewRequest request() {
        Sender sender = new Sender(
                "Tomas",
                "Adeyemi",
                new DateOfBirth(LocalDate.of(1988, 7, 2)),
                null,
                "RV1 4QT",
                new EmailAddress("tomas.adeyemi@mail.example"),
                null);
        return new NewRequest(
                new RequestId(ID),
                null,
                sender,
                Kind.ADMINISTRATIVE,
                Urgency.ROUTINE,
                "A letter for my landlord",
                "My landlord asks for a letter that says since when I am your patient.");
    }

    /** As if it had come in a while before now. */
    public static Instant at(Instant now) {
        return now.minus(AGO);
    }
}
