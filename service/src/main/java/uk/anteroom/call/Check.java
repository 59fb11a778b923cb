package uk.anteroom.call;

import org.jspecify.annotations.Nullable;

/**
 * What a page found out about its devices before the call, in closed words, so that a clinician can help. Null is what is not known.
 *
 * @param problem what stands in the way of being seen and heard; null when nothing does
 * @param speaker whether the person heard the test tone
 * @param network which way a test connection of the page with itself took
 */
public record Check(
        @Nullable Problem problem,
        @Nullable Browser browser,
        @Nullable System system,
        @Nullable Speaker speaker,
        @Nullable Network network) {

    /**
     * Still being asked; the question was closed; blocked for this page; blocked by the system; used by another program; no
     * device; a microphone without sound; a camera that shows black; a page that is not secure; an app's own browser; a
     * browser too old.
     */
    public enum Problem {
        ASKING,
        DISMISSED,
        DENIED,
        SYSTEM,
        BUSY,
        NONE,
        SILENT,
        DARK,
        INSECURE,
        IN_APP,
        OLD
    }

    /** Whose settings to explain. */
    public enum Browser {
        CHROME,
        SAFARI,
        FIREFOX,
        EDGE,
        SAMSUNG,
        IN_APP,
        OTHER
    }

    /** What the browser runs on. */
    public enum System {
        IOS,
        ANDROID,
        WINDOWS,
        MAC,
        CHROMEOS,
        LINUX,
        OTHER
    }

    /** What the person answered to the test tone. */
    public enum Speaker {
        HEARD,
        UNHEARD
    }

    /** Through a relay, without one, or not at all. */
    public enum Network {
        RELAY,
        DIRECT,
        NONE
    }

    /** Nothing is known. */
    boolean empty() {
        return problem == null && browser == null && system == null && speaker == null && network == null;
    }
}
