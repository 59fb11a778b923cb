package uk.anteroom.toolbar.hub;

import java.time.Instant;
import java.util.Set;

/**
 * Who is open in the clinical system.
 *
 * @param born such as 14 March 1957; empty if it was not told
 * @param nhsNumber such as 999 014 7256; empty if it was not told
 * @param event that opened them: by it the service knows whom we mean
 * @param at when, by the clinical system's clock
 * @param keys by which a close event is known to be of the same patient
 */
public record OpenPatient(String name, String born, String nhsNumber, String event, Instant at, Set<String> keys) {

    @Override
    public String toString() {
        return "OpenPatient(hidden)";
    }
}
