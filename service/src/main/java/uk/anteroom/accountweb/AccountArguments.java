package uk.anteroom.accountweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.AccountVisits;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.web.KeyCookie;

/** Gives controllers whoever is signed in, and leads everybody else to where they can be. */
@Configuration
@ControllerAdvice
class AccountArguments implements WebMvcConfigurer {

    private final AccountVisits visits;

    AccountArguments(AccountVisits visits) {
        this.visits = visits;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == AccountVisit.class;
            }

            @Override
            public AccountVisit resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
                Optional<DeviceKey> key = asked == null ? Optional.empty() : KeyCookie.ACCOUNT.read(asked);
                return key.flatMap(visits::of)
                        .orElseThrow(() -> new AccountSignedOut(
                                key.map(DeviceKey::publicCode).orElse(null)));
            }
        });
    }

    /** Somebody who was signed in is told so; whoever never was finds nothing, for no practice is named. */
    @ExceptionHandler
    void signedOut(AccountSignedOut who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (who.publicCode() == null) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else {
            response.sendRedirect("/p/" + who.publicCode() + "/sign-in?ended");
        }
    }
}
