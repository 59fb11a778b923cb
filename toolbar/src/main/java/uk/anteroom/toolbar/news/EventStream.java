package uk.anteroom.toolbar.news;

import java.util.Optional;

/** Puts server-sent events together, line by line (HTML Living Standard, 9.2.6). Not thread-safe. */
final class EventStream {

    /** One event. */
    record Event(String name, String data) {}

    private String name = "message";
    private final StringBuilder data = new StringBuilder();

    /** Takes a line without its end; answers the event it completes, if it does. */
    Optional<Event> line(String line) {
        if (line.isEmpty()) {
            Optional<Event> event = data.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Event(name, data.substring(0, data.length() - 1)));
            name = "message";
            data.setLength(0);
            return event;
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        String trimmed = value.startsWith(" ") ? value.substring(1) : value;
        switch (field) {
            case "event" -> name = trimmed;
            case "data" -> data.append(trimmed).append('\n');
            default -> {
                // a comment keeps the line open; nothing else is sent here
            }
        }
        return Optional.empty();
    }
}
