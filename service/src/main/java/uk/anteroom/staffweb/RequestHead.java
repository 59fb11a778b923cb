package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes about a request while somebody looks at its page: asked for again and again, and nothing about the patient.
 *
 * @param href of the request
 * @param looking who has it open, too
 * @param with who looks after it; null for nobody
 * @param closed how it was closed, by whom and when; null while it is open
 * @param rejected whether it was rejected
 */
record RequestHead(
        String href,
        List<String> looking,
        @Nullable String with,
        @Nullable String closed,
        boolean rejected) {

    public boolean open() {
        return closed == null;
    }
}
