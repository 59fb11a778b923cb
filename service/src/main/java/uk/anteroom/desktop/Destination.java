package uk.anteroom.desktop;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a way leads; {@code subject} is the id of whom or what it is about, if it is about one. */
public record Destination(Kind kind, @Nullable UUID subject) {

    /** The pages a program can lead to. */
    public enum Kind {
        VIDEO_CALL,
        MESSAGE,
        PATIENT,
        REQUESTS,
        WAITING,
        CONSULTATION;

        /** Whether it is about the patient who is open. */
        public boolean ofPatient() {
            return this == VIDEO_CALL || this == MESSAGE || this == PATIENT;
        }
    }
}
