package uk.anteroom.accountweb;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.nhslogin.NhsLoginReturn;
import uk.anteroom.nhslogin.NhsLoginTrip;
import uk.anteroom.nhslogin.NhsLogins;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Practices;
import uk.anteroom.web.NotFound;

/** To NHS login and back. NHS login takes one address to come back to, exactly, so the browser keeps which practice it came from. */
@Controller
class AccountNhsLoginController {

    private static final String KEPT = "__Host-nhs-login";
    private static final Duration LIFE = Duration.ofMinutes(20);

    private final NhsLogins logins;
    private final AccountPlace place;
    private final Practices practices;

    AccountNhsLoginController(NhsLogins logins, AccountPlace place, Practices practices) {
        this.logins = logins;
        this.place = place;
        this.practices = practices;
    }

    /** Why it did not work, as a key of the message files. */
    record NhsLoginPage(AccountShell shell, String why) {}

    /** A link and no form: our policy lets forms lead nowhere else, and browsers hold redirects to it. Nothing changes here. */
    @GetMapping("/p/{code}/sign-in/nhs-login")
    ModelAndView leave(@PathVariable String code, HttpServletResponse response) {
        if (!logins.offered()) {
            throw new NotFound();
        }
        Practice practice = place.practice(code);
        Optional<NhsLoginTrip> trip = logins.leave(practice.id());
        if (trip.isEmpty()) {
            return why(practice.id(), "account.nhsLogin.unreachable");
        }
        keep(response, trip.get().kept(), LIFE);
        return new ModelAndView(new RedirectView(trip.get().there().toString(), false));
    }

    @GetMapping("/account/nhs-login")
    ModelAndView comeBack(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String error,
            HttpServletRequest request,
            HttpServletResponse response) {
        NhsLoginReturn came = logins.comeBack(kept(request), state, code, error, place.caller(request));
        // for one try, whatever came of it
        keep(response, "", Duration.ZERO);
        return switch (came) {
            case NhsLoginReturn.In(var keys) -> {
                place.enter(response, keys);
                yield new ModelAndView("redirect:/account");
            }
            case NhsLoginReturn.NotShared(PracticeId practice) -> why(practice, "account.nhsLogin.notShared");
            case NhsLoginReturn.NotOurs(PracticeId practice) -> why(practice, "account.nhsLogin.notOurs");
            case NhsLoginReturn.Unreachable(PracticeId practice) -> why(practice, "account.nhsLogin.unreachable");
            case NhsLoginReturn.Lost lost -> throw new NotFound();
        };
    }

    private ModelAndView why(PracticeId practice, String why) {
        return new ModelAndView(
                "account/nhs-login", "page", new NhsLoginPage(AccountShell.of(practices.get(practice)), why));
    }

    private static String kept(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(KEPT))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }

    private static void keep(HttpServletResponse response, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(KEPT, value)
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(life)
                        .build()
                        .toString());
    }
}
