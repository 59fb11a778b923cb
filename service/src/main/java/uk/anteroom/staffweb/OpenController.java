package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.desktop.Way;
import uk.anteroom.desktop.Ways;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;

/** Where the toolbar's buttons lead first: the browser is signed in as whoever connected the toolbar, and goes on to the page they want. */
@Controller
@RequestMapping("/open/{secret}")
class OpenController {

    private final Ways ways;
    private final Staff staff;
    private final WaySignIn signIn;

    OpenController(Ways ways, Staff staff, WaySignIn signIn) {
        this.ways = ways;
        this.staff = staff;
        this.signIn = signIn;
    }

    @GetMapping
    ModelAndView open(
            @PathVariable String secret,
            @AuthenticationPrincipal @Nullable Object who,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!fromAProgram(request)) {
            return unusable(who);
        }
        Optional<StaffMember> here = who instanceof StaffPrincipal principal
                ? staff.find(principal.practiceId(), principal.staffId())
                : Optional.empty();
        Optional<Way> way = ways.look(secret);
        if (way.isPresent() && here.isPresent() && !same(here.get(), way.get().by())) {
            ways.holdOpen(secret);
            ModelAndView ask = new ModelAndView("staff/open-ask");
            ask.addObject(
                    "page",
                    new OpenPage(
                            "/open/" + secret, here.get().name(), way.get().by().name()));
            return ask;
        }
        return ways.go(secret)
                .map(gone -> {
                    // whoever is signed in already keeps their session: a form half filled in elsewhere must still be
                    // taken
                    if (here.isEmpty()) {
                        signIn.as(gone.by(), request, response);
                    }
                    return new ModelAndView("redirect:" + path(gone));
                })
                .orElseGet(() -> unusable(who));
    }

    /** Yes, as the other one. */
    @PostMapping
    ModelAndView change(
            @PathVariable String secret,
            @AuthenticationPrincipal @Nullable Object who,
            HttpServletRequest request,
            HttpServletResponse response) {
        return ways.go(secret)
                .map(way -> {
                    signIn.as(way.by(), request, response);
                    return new ModelAndView("redirect:" + path(way));
                })
                .orElseGet(() -> unusable(who));
    }

    private static boolean same(StaffMember one, StaffMember other) {
        return one.practice().equals(other.practice()) && one.id().equals(other.id());
    }

    // A link on a page elsewhere would sign somebody in as somebody else; what opens by itself in a browser would use
    // the way up.
    private static boolean fromAProgram(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return request.getMethod().equals("GET") && (site == null || site.equals("none") || site.equals("same-origin"));
    }

    private static ModelAndView unusable(@Nullable Object who) {
        ModelAndView page = new ModelAndView("staff/open-unusable", HttpStatus.NOT_FOUND);
        page.addObject("signedIn", who instanceof StaffPrincipal);
        return page;
    }

    private static String path(Way way) {
        Object subject = way.to().subject();
        return switch (way.to().kind()) {
            case VIDEO_CALL -> "/patients/" + subject + "?video";
            case MESSAGE -> "/patients/" + subject + "?message";
            case PATIENT -> "/patients/" + subject;
            case REQUESTS -> "/requests";
            case WAITING -> "/waiting";
            case CONSULTATION -> "/consultations/" + subject;
        };
    }
}
