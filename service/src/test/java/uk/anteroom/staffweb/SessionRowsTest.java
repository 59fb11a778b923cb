package uk.anteroom.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;

/** Requests of one session that overlap. */
class SessionRowsTest extends RunningService {

    @Autowired
    SessionRepository<?> repository;

    @Autowired
    Cast cast;

    Surgery surgery;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
    }

    @Test
    void whoSignsInStaysSoWhenAnEarlierRequestEndsLater() {
        signsInBeside(repository);
    }

    private <S extends Session> void signsInBeside(SessionRepository<S> sessions) {
        S begun = sessions.createSession();
        sessions.save(begun);
        String before = begun.getId();
        S earlier = sessions.findById(before);
        S signingIn = sessions.findById(before);
        String after = signingIn.changeSessionId();
        signingIn.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                        new StaffPrincipal(
                                surgery.practice().value(),
                                surgery.clinician().id().value()),
                        null,
                        AuthorityUtils.createAuthorityList(StaffAuthentication.SIGNED_IN))));
        sessions.save(signingIn);

        earlier.setLastAccessedTime(Instant.now());
        sessions.save(earlier);

        assertThat(sessions.findById(before)).as("the name from before").isNull();
        S now = sessions.findById(after);
        assertThat(now).isNotNull();
        now.setLastAccessedTime(Instant.now().plusSeconds(5));
        sessions.save(now);
        assertThat(sessions.findById(after).getLastAccessedTime()).isAfter(Instant.now());
    }
}
