package uk.anteroom.staffweb;

import java.util.List;
import uk.anteroom.web.TextArea;

/** What staff noted on a request, and what happened to it. */
record RequestTrail(List<Note> notes, TextArea write, String key, List<Event> events) {

    /** A note of somebody's. */
    record Note(String by, String at, String text) {}

    /**
     * Something that happened.
     *
     * @param icon that goes with it
     */
    record Event(String icon, String at, String text) {}
}
