package uk.anteroom.accountweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.anteroom.account.PasskeyQuestion;
import uk.anteroom.account.Passkeys;
import uk.anteroom.account.SigningIn;
import uk.anteroom.web.ClientAddress;

/** Signing in with a passkey, for the script of a page. */
@Controller
@RequestMapping("/p/{code}/sign-in/passkey")
class AccountPasskeyController {

    private final Passkeys passkeys;
    private final AccountPlace place;

    AccountPasskeyController(Passkeys passkeys, AccountPlace place) {
        this.passkeys = passkeys;
        this.place = place;
    }

    /** What is to be signed; 429 if too many ask. The same for everybody: whose passkey answers is not known before. */
    @PostMapping("/question")
    ResponseEntity<PasskeyQuestion> ask(@PathVariable String code, HttpServletRequest request) {
        return passkeys.ask(place.practice(code).id(), ClientAddress.of(request))
                .map(ResponseEntity::ok)
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build());
    }

    /** 204 when signed in, 422 for everything that is not right. */
    @PostMapping
    ResponseEntity<Void> answer(
            @PathVariable String code,
            @RequestParam String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (passkeys.signIn(place.practice(code).id(), answer, place.caller(request))) {
            case SigningIn.Passed keys -> {
                place.enter(response, keys);
                yield ResponseEntity.noContent().build();
            }
            case SigningIn.Refused refused ->
                ResponseEntity.unprocessableContent().build();
            case SigningIn.Wait wait -> ResponseEntity.unprocessableContent().build();
        };
    }
}
