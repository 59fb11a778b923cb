package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.web.TextArea;

/** What staff noted on a request, and what happened to it. */
record RequestTrail(List<Note> notes, TextArea write, String key, List<Event> events) {

    /** A note of somebody's. */
    record Note(String by, String at, String text) {}

    /**
     * Something that happened.
     *
     * @param icon that goes with it
     * @param href where more of it stands; null if there is no more
     */
    record Event(
            String icon, String at, String text, @Nullable String href) {}
}
