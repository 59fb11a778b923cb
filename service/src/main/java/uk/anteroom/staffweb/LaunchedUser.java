package uk.anteroom.staffweb;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import uk.anteroom.smart.SmartSystem;

/** Somebody the clinical system vouches for, and whom they come for. Lives for one request. */
final class LaunchedUser extends DefaultOidcUser {

    private static final long serialVersionUID = 1;

    private final transient SmartSystem system;
    private final @Nullable UUID patient;

    LaunchedUser(OidcIdToken token, SmartSystem system, @Nullable UUID patient) {
        super(List.of(), token);
        this.system = system;
        this.patient = patient;
    }

    SmartSystem system() {
        return system;
    }

    /** What the clinical system calls them. */
    String subject() {
        return Objects.requireNonNull(getSubject(), "an id token without a subject");
    }

    /** Null if nobody on the practice list is the one who was open. */
    @Nullable UUID patient() {
        return patient;
    }
}
