package uk.anteroom.desktop;

import java.util.Arrays;
import java.util.Optional;

/** Which programs can be connected. */
public enum ProgramKind {
    /** Shows which patient is open and who waits. */
    TOOLBAR("anteroom-toolbar"),
    /** Tells which patient is open. */
    CLINICAL_SYSTEM("clinical-system");

    private final String clientId;

    ProgramKind(String clientId) {
        this.clientId = clientId;
    }

    /** What it calls itself when it asks ({@code client_id}, RFC 8628). */
    public String clientId() {
        return clientId;
    }

    /** The kind that calls itself so. */
    public static Optional<ProgramKind> called(String clientId) {
        return Arrays.stream(values())
                .filter(kind -> kind.clientId.equals(clientId))
                .findFirst();
    }
}
