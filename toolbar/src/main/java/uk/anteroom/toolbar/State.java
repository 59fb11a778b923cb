package uk.anteroom.toolbar;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.anteroom.toolbar.hub.OpenPatient;
import uk.anteroom.toolbar.news.News;
import uk.anteroom.toolbar.signin.Code;

/**
 * What the toolbar knows at one moment.
 *
 * @param connected whether the hub is there, so that nobody open means nobody
 * @param notice why the last press led nowhere; gone with the next change of patient, or when it is closed
 */
public record State(
        Phase phase,
        Optional<OpenPatient> patient,
        boolean connected,
        Optional<News> news,
        boolean silent,
        @Nullable String notice) {

    /** Whether somebody is signed in. */
    public sealed interface Phase {

        /** Nobody is; {@code why} says it if that is news. */
        record SignedOut(@Nullable String why) implements Phase {}

        /** A code is being asked for. */
        record Asking() implements Phase {}

        /** Somebody is to answer in the browser. */
        record Waiting(Code code) implements Phase {}

        /** Somebody is; the names are empty until the service has told them. */
        record SignedIn(String staff, String practice) implements Phase {}
    }

    static State first(boolean silent) {
        return new State(new Phase.SignedOut(null), Optional.empty(), false, Optional.empty(), silent, null);
    }

    State phase(Phase next) {
        boolean in = next instanceof Phase.SignedIn;
        return new State(
                next,
                in ? patient : Optional.empty(),
                in && connected,
                in ? news : Optional.empty(),
                silent,
                in ? notice : null);
    }

    State patient(Optional<OpenPatient> next) {
        boolean same = patient.map(OpenPatient::event).equals(next.map(OpenPatient::event));
        return new State(phase, next, connected, news, silent, same ? notice : null);
    }

    State connected(boolean next) {
        return new State(phase, patient, next, news, silent, notice);
    }

    State news(Optional<News> next) {
        return new State(phase, patient, connected, next, silent, notice);
    }

    State silent(boolean next) {
        return new State(phase, patient, connected, news, next, notice);
    }

    State notice(@Nullable String next) {
        return new State(phase, patient, connected, news, silent, next);
    }
}
