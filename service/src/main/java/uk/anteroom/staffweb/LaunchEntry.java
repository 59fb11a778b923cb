package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.smart.SmartAccounts;

/** Leads whoever the clinical system vouches for to the patient they came for; whom we do not know yet to a question first. */
@Component
class LaunchEntry implements AuthenticationSuccessHandler {

    private final SmartAccounts accounts;
    private final WaySignIn signIn;

    LaunchEntry(SmartAccounts accounts, WaySignIn signIn) {
        this.accounts = accounts;
        this.signIn = signIn;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (!(authentication.getPrincipal() instanceof LaunchedUser user)) {
            throw new IllegalStateException("A launch without its user");
        }
        Optional<StaffMember> known = accounts.find(user.system(), user.subject());
        if (known.isPresent()) {
            accounts.entered(known.get());
            signIn.as(known.get(), request, response);
            response.sendRedirect(Launched.path(user.patient()));
        } else {
            Launched.of(user).keepIn(request.getSession());
            response.sendRedirect("/launched");
        }
    }
}
