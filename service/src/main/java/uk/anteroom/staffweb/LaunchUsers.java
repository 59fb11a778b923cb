package uk.anteroom.staffweb;

import java.util.UUID;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import uk.anteroom.smart.LaunchedPatients;
import uk.anteroom.smart.SmartRefused;
import uk.anteroom.smart.SmartSystem;

/** Reads who came, from the id token, and for whom, from the record: the launch context names a patient by the record's own id. */
@Component
class LaunchUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final LaunchRegistrations registrations;
    private final LaunchedPatients patients;

    LaunchUsers(LaunchRegistrations registrations, LaunchedPatients patients) {
        this.registrations = registrations;
        this.patients = patients;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        SmartSystem system = registrations
                .system(request.getClientRegistration().getRegistrationId())
                .orElseThrow(() -> refused("unknown"));
        Object patient = request.getAdditionalParameters().get("patient");
        if (!(patient instanceof String id)) {
            throw refused("no_patient");
        }
        try {
            UUID found = patients.find(system, id, request.getAccessToken().getTokenValue())
                    .map(one -> one.id().value())
                    .orElse(null);
            return new LaunchedUser(request.getIdToken(), system, found);
        } catch (SmartRefused e) {
            throw refused("record");
        }
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(why));
    }
}
