package uk.anteroom.toolbar.web;

/** What the service answered. */
public record Answer(int status, String body) {

    /** The body as one JSON object. Throws {@link Unreachable} if it is none. */
    public Fields fields() throws Unreachable {
        return Fields.of(body);
    }
}
