package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.ObjectMapper;
import uk.anteroom.practice.StaffMember;

/**
 * Arrivals as server-sent events. The request's own thread, which is a virtual one, speaks for as long as the page listens.
 */
@Controller
class ArrivalsController {

    private final ArrivalStreams streams;
    private final ArrivalDesk desk;
    private final PeekedSession sessions;
    private final ObjectMapper json;

    ArrivalsController(ArrivalStreams streams, ArrivalDesk desk, PeekedSession sessions, ObjectMapper json) {
        this.streams = streams;
        this.desk = desk;
        this.sessions = sessions;
        this.json = json;
    }

    @GetMapping("/arrivals")
    void listen(StaffMember by, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (!by.mayInvite()) {
            // without a page: whoever asks takes only events
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return;
        }
        response.setContentType("text/event-stream;charset=UTF-8");
        // a proxy that collects before it passes on would make every arrival late
        response.setHeader("X-Accel-Buffering", "no");
        Supplier<Optional<StaffMember>> signedIn = stillThere(by, request);
        ArrivalStream stream = new ArrivalStream(by.id().value(), signedIn, desk, json);
        streams.add(by.practice(), stream);
        try {
            stream.run(response.getOutputStream());
        } finally {
            streams.remove(by.practice(), stream);
        }
    }

    /** The same person in the same session; asked again before each word, since a session ends while its page listens. */
    private Supplier<Optional<StaffMember>> stillThere(StaffMember by, HttpServletRequest request) {
        Supplier<Optional<StaffPrincipal>> session = sessions.of(request);
        return () -> session.get()
                .filter(found ->
                        found.staffId().equals(by.id()) && found.practiceId().equals(by.practice()))
                .flatMap(desk::whoever);
    }
}
