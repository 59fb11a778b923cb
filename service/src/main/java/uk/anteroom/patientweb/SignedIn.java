package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.AccountVisits;
import uk.anteroom.practice.Practice;
import uk.anteroom.web.KeyCookie;

/** Who is signed in to an account in the browser that holds a link. */
@Component
class SignedIn {

    private final AccountVisits accounts;

    SignedIn(AccountVisits accounts) {
        this.accounts = accounts;
    }

    /** Accounts of other practices are none here. */
    Optional<AccountVisit> at(Practice practice, HttpServletRequest request) {
        return KeyCookie.ACCOUNT
                .read(request)
                .flatMap(accounts::of)
                .filter(visit -> visit.practice().equals(practice.id()));
    }
}
