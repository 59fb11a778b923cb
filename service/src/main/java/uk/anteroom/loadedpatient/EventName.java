package uk.anteroom.loadedpatient;

import java.util.Arrays;
import java.util.Optional;

/** The FHIRcast events that are spoken here (event catalogue 3-3-1, 3-3-2, 3-2-1). */
public enum EventName {
    PATIENT_OPEN("Patient-open"),
    PATIENT_CLOSE("Patient-close"),
    SYNC_ERROR("SyncError");

    private final String text;

    EventName(String text) {
        this.text = text;
    }

    /** As it is written. */
    public String text() {
        return text;
    }

    /** The event of that name, in whatever case (FHIRcast 3.0.0, 2-3: names are case-insensitive). */
    public static Optional<EventName> called(String name) {
        return Arrays.stream(values())
                .filter(event -> event.text.equalsIgnoreCase(name))
                .findFirst();
    }
}
