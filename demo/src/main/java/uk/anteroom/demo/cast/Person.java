package uk.anteroom.demo.cast;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;

/**
 * Who is on the lists. Between them they have every mixture of contacts. Test NHS numbers (999 …), mobile numbers for drama,
 * addresses that lead nowhere.
 */
public enum Person {
    ROSA(
            Surgery.RIVERSIDE,
            "a0000000-0000-4000-8000-000000000101",
            "9990147256",
            "Rosa",
            "Whitfield",
            LocalDate.of(1957, 3, 14),
            "LS1 4AP",
            "rosa.whitfield@mail.example",
            "+447700900123"),
    /** Has an account. */
    TOM(
            Surgery.RIVERSIDE,
            "a0000000-0000-4000-8000-000000000102",
            "9990273413",
            "Tom",
            "Adeyemi",
            LocalDate.of(1988, 7, 2),
            "LS2 8JS",
            "tom.adeyemi@mail.example",
            "+447700900234"),
    GRACE(
            Surgery.RIVERSIDE,
            "a0000000-0000-4000-8000-000000000103",
            "9990305862",
            "Grace",
            "Lin",
            LocalDate.of(2001, 11, 30),
            "LS6 1AN",
            null,
            "+447700900345"),
    /** Reads large print. */
    WALTER(
            Surgery.RIVERSIDE,
            "a0000000-0000-4000-8000-000000000104",
            "9990461120",
            "Walter",
            "Hughes",
            LocalDate.of(1939, 1, 9),
            "LS7 3HB",
            "walter.hughes@mail.example",
            null),
    /** Speaks Portuguese, and needs an interpreter. */
    INES(
            Surgery.RIVERSIDE,
            "a0000000-0000-4000-8000-000000000105",
            "9990588937",
            "Ines",
            "Duarte",
            LocalDate.of(1970, 5, 21),
            "LS9 6PT",
            null,
            null),
    /** Opted out of text messages. */
    MEERA(
            Surgery.HILLTOP,
            "b0000000-0000-4000-8000-000000000101",
            "9990633703",
            "Meera",
            "Shah",
            LocalDate.of(1995, 8, 5),
            "LS17 5DY",
            "meera.shah@mail.example",
            "+447700900567");

    private final Surgery surgery;
    private final UUID id;
    private final NhsNumber nhsNumber;
    private final String givenName;
    private final String familyName;
    private final DateOfBirth born;
    private final Postcode postcode;
    private final @Nullable EmailAddress email;
    private final @Nullable MobileNumber mobile;

    Person(
            Surgery surgery,
            String id,
            String nhsNumber,
            String givenName,
            String familyName,
            LocalDate born,
            String postcode,
            @Nullable String email,
            @Nullable String mobile) {
        this.surgery = surgery;
        this.id = UUID.fromString(id);
        this.nhsNumber = new NhsNumber(nhsNumber);
        this.givenName = givenName;
        this.familyName = familyName;
        this.born = new DateOfBirth(born);
        this.postcode = new Postcode(postcode);
        this.email = email == null ? null : new EmailAddress(email);
        this.mobile = mobile == null ? null : new MobileNumber(mobile);
    }

    public Surgery surgery() {
        return surgery;
    }

    public PatientId id() {
        return new PatientId(id);
    }

    /** What the record says they speak, with somebody who interprets; empty for English. */
    public Optional<Locale> language() {
        return this == INES ? Optional.of(Locale.of("pt")) : Optional.empty();
    }

    /** As the practice list has them. */
    public Patient patient() {
        return new Patient(
                        surgery.id(),
                        id(),
                        nhsNumber,
                        givenName,
                        familyName,
                        born,
                        email,
                        mobile,
                        false,
                        this == MEERA,
                        this == TOM)
                .livingAt(postcode);
    }
}
