package uk.anteroom.demo.cast;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.practice.Role;

/** Who works at the practices. Clinicians are in a professional register. */
public enum Worker {
    AMARA(
            "a0000000-0000-4000-8000-000000000011",
            Surgery.RIVERSIDE,
            "Dr",
            "Amara",
            "Okafor",
            Role.CLINICIAN,
            "C1234567"),
    SAM("a0000000-0000-4000-8000-000000000012", Surgery.RIVERSIDE, null, "Sam", "Whitlock", Role.RECEPTIONIST, null),
    PRIYA(
            "a0000000-0000-4000-8000-000000000013",
            Surgery.RIVERSIDE,
            null,
            "Priya",
            "Nair",
            Role.PRACTICE_MANAGER,
            null),
    JONAS("b0000000-0000-4000-8000-000000000011", Surgery.HILLTOP, "Dr", "Jonas", "Berg", Role.CLINICIAN, "C7654321");

    /** Everybody's, and no secret. */
    public static final String PASSWORD = "anteroom-demo-1";

    private static final String REGISTER = "https://fhir.hl7.org.uk/Id/gmc-number|";

    private final UUID id;
    private final Surgery surgery;
    private final @Nullable String title;
    private final String givenName;
    private final String familyName;
    private final Role role;
    private final @Nullable String registration;

    Worker(
            String id,
            Surgery surgery,
            @Nullable String title,
            String givenName,
            String familyName,
            Role role,
            @Nullable String registration) {
        this.id = UUID.fromString(id);
        this.surgery = surgery;
        this.title = title;
        this.givenName = givenName;
        this.familyName = familyName;
        this.role = role;
        this.registration = registration;
    }

    public UUID id() {
        return id;
    }

    public Surgery surgery() {
        return surgery;
    }

    public @Nullable String title() {
        return title;
    }

    public String givenName() {
        return givenName;
    }

    public String familyName() {
        return familyName;
    }

    /** Dr Amara Okafor. */
    public String shownName() {
        return (title == null ? "" : title + " ") + givenName + " " + familyName;
    }

    public Role role() {
        return role;
    }

    /** As people say it: practice manager. */
    public String shownRole() {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** In the register of the General Medical Council, as {@code system|value}. */
    public @Nullable String registration() {
        return registration == null ? null : REGISTER + registration;
    }

    /** The sign-in name. */
    public String email() {
        String host = surgery == Surgery.RIVERSIDE ? "riverside" : "hilltop";
        return (givenName + "." + familyName).toLowerCase(Locale.ROOT) + "@" + host + ".example";
    }
}
