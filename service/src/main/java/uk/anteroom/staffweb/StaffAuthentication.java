package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.practice.SignIn;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.ClientAddress;

/**
 * Signs staff in. Who has passed everything that is asked of them has the authority {@link #SIGNED_IN}; who still owes a second factor
 * has only {@link #PASSWORD_GIVEN}, which opens nothing but the page that asks for it.
 */
@Component
class StaffAuthentication implements AuthenticationProvider {

    static final String SIGNED_IN = "SIGNED_IN";
    static final String PASSWORD_GIVEN = "PASSWORD_GIVEN";

    private final Staff staff;
    private final Limits limits;
    private final HttpServletRequest request;

    StaffAuthentication(Staff staff, Limits limits, HttpServletRequest request) {
        this.staff = staff;
        this.limits = limits;
        this.request = request;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        // Counted for a name from an address: nobody can lock a colleague out from elsewhere.
        String key = ClientAddress.of(request) + "|"
                + HexFormat.of()
                        .formatHex(Secrets.digest(typed.getName().strip().toLowerCase(Locale.ROOT)));
        // Taken before the slow hash: a burst at once must not slip through while the first is being checked.
        if (!limits.take(Limit.SIGN_INS, key)) {
            throw new LockedException("too many");
        }
        Object credentials = typed.getCredentials();
        SignIn answer = staff.signIn(typed.getName(), credentials == null ? "" : credentials.toString());
        return switch (answer) {
            case SignIn.Passed(StaffMember member, boolean secondFactorDue) ->
                UsernamePasswordAuthenticationToken.authenticated(
                        new StaffPrincipal(
                                member.practice().value(), member.id().value()),
                        null,
                        List.of(new SimpleGrantedAuthority(secondFactorDue ? PASSWORD_GIVEN : SIGNED_IN)));
            case SignIn.Refused refused -> throw new BadCredentialsException("refused");
        };
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
