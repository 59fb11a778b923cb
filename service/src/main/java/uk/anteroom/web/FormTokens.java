package uk.anteroom.web;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** The proof that a form is a page's of ours, where there is no session to keep it in. */
public final class FormTokens {

    private FormTokens() {}

    public static CookieCsrfTokenRepository inCookie() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("__Host-form");
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(true).path("/").httpOnly(true).sameSite("Lax"));
        return tokens;
    }
}
