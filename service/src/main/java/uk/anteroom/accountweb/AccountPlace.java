package uk.anteroom.accountweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.AccountVisits;
import uk.anteroom.account.Caller;
import uk.anteroom.account.SigningIn;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Practices;
import uk.anteroom.web.ClientAddress;
import uk.anteroom.web.KeyCookie;
import uk.anteroom.web.NotFound;

/** Where a browser stands: at which practice, who it says that it is, and what it keeps. */
@Component
class AccountPlace {

    private final Practices practices;
    private final AccountVisits visits;

    AccountPlace(Practices practices, AccountVisits visits) {
        this.practices = practices;
        this.visits = visits;
    }

    Practice practice(String code) {
        return practices.withCode(code).map(practices::get).orElseThrow(NotFound::new);
    }

    Practice practice(AccountVisit visit) {
        return practices.get(visit.practice());
    }

    Optional<AccountVisit> visit(HttpServletRequest request) {
        return KeyCookie.ACCOUNT.read(request).flatMap(visits::of);
    }

    Caller caller(HttpServletRequest request) {
        return new Caller(
                ClientAddress.of(request),
                DeviceWords.of(request.getHeader(HttpHeaders.USER_AGENT)),
                KeyCookie.KNOWN.read(request).orElse(null));
    }

    /** From now on this browser is signed in, and known. */
    void enter(HttpServletResponse response, SigningIn.Passed keys) {
        KeyCookie.ACCOUNT.write(response, keys.session());
        KeyCookie.KNOWN.write(response, keys.known());
    }
}
