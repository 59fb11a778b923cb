package uk.anteroom.toolbar.hub;

import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is open, from one connection to the hub; the next begins with nobody and hears anew. Not thread-safe. */
final class Loaded {

    private @Nullable OpenPatient open;

    /** Takes an event; answers who is open now. */
    Optional<OpenPatient> take(Event event) {
        OpenPatient now = open;
        // FHIRcast 3.0.0, 2-5: older than what established the current context is ignored
        boolean stale = now != null && event.patient().at().isBefore(now.at());
        if (!stale) {
            switch (event.kind()) {
                case OPEN -> open = event.patient();
                case CLOSE -> {
                    if (now != null
                            && !Collections.disjoint(now.keys(), event.patient().keys())) {
                        open = null;
                    }
                }
                case OTHER -> {}
            }
        }
        return Optional.ofNullable(open);
    }
}
