package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.smart.SmartSystem;

/**
 * Somebody has come from a clinical system that we do not know them by yet. Kept in their session until they have signed in and said that it is them.
 *
 * @param subject what the clinical system calls them
 */
record Launched(
        UUID practice,
        String issuer,
        String clientId,
        String subject,
        @Nullable UUID patient) implements Serializable {

    private static final long serialVersionUID = 1;
    private static final String ATTRIBUTE = "launched";

    static Launched of(LaunchedUser user) {
        SmartSystem system = user.system();
        return new Launched(
                system.practice().value(), system.issuer(), system.clientId(), user.subject(), user.patient());
    }

    SmartSystem system() {
        return new SmartSystem(new PracticeId(practice), issuer, clientId);
    }

    /** Where they want to go. */
    String path() {
        return path(patient);
    }

    static String path(@Nullable UUID patient) {
        return patient == null ? "/launched/nobody" : "/patients/" + patient + "?video";
    }

    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    static Optional<Launched> in(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Launched launched
                ? Optional.of(launched)
                : Optional.empty();
    }

    static void forgetIn(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }
}
