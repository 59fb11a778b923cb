package uk.anteroom.toolbar.way;

/** Where a press leads, in the service's words. */
public enum Destination {
    VIDEO_CALL("video-call"),
    PATIENT("patient"),
    REQUESTS("requests"),
    WAITING("waiting"),
    CONSULTATION("consultation");

    private final String word;

    Destination(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
