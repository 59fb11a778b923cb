package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;

/** Gives controllers the member of staff on whose behalf they act, as they are in the practice at this moment. */
@Configuration
class StaffArguments implements WebMvcConfigurer {

    private static final String FOUND = StaffArguments.class.getName();

    private final Staff staff;

    StaffArguments(Staff staff) {
        this.staff = staff;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == StaffMember.class;
            }

            @Override
            public StaffMember resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                return signedIn();
            }
        });
    }

    /** The same throughout a request: the header of its page and its controller ask for them. */
    StaffMember signedIn() {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        if (request.getAttribute(FOUND, RequestAttributes.SCOPE_REQUEST) instanceof StaffMember found) {
            return found;
        }
        StaffMember found = find();
        request.setAttribute(FOUND, found, RequestAttributes.SCOPE_REQUEST);
        return found;
    }

    private StaffMember find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof StaffPrincipal principal)) {
            throw new AccessDeniedException("Nobody is signed in");
        }
        return staff.find(principal.practiceId(), principal.staffId())
                .orElseThrow(() -> new AccessDeniedException("No longer works there"));
    }
}
