package uk.anteroom.publicweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Practices;

/** Gives controllers the practice whose code stands in the address as {@code {practice}}. A code of former days, or in capitals, leads to the one of today. */
@Configuration
class PracticeArguments implements WebMvcConfigurer {

    private static final String BELOW = "/p/";

    private final Practices practices;

    PracticeArguments(Practices practices) {
        this.practices = practices;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType().equals(Practice.class);
            }

            @Override
            public Practice resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                return practice(request);
            }
        });
    }

    private Practice practice(NativeWebRequest request) {
        String code =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                                        instanceof Map<?, ?> variables
                                && variables.get("practice") instanceof String typed
                        ? typed
                        : "";
        Practice practice = practices
                .withCode(code.toLowerCase(Locale.ROOT))
                .map(practices::get)
                .orElseThrow(NoSuchPractice::new);
        HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
        // a form that was opened under the former code is taken as it is: nothing that was typed into it is lost
        if (asked != null
                && asked.getMethod().equals(HttpMethod.GET.name())
                && !practice.publicCode().equals(code)) {
            String rest = asked.getRequestURI().substring((BELOW + code).length());
            throw new PracticeMoved(BELOW + practice.publicCode() + rest);
        }
        return practice;
    }
}
