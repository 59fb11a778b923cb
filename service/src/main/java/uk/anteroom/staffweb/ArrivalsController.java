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
import uk.anteroom.web.EventStream;

/** Arrivals as server-sent events. */
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
        streams.listen(
                by.practice(),
                new EventStream<>(by.id().value(), stillThere(by, request), desk::news, "waiting", json),
                response);
    }

    /** The same person in the same session; asked again before each word, since a session ends while its page listens. */
    private Supplier<Optional<StaffMember>> stillThere(StaffMember by, HttpServletRequest request) {
        Supplier<Optional<StaffPrincipal>> session = sessions.of(request);
        return () -> session.get()
                .filter(found ->
                        found.staffId().equals(by.id()) && found.practiceId().equals(by.practice()))
                .flatMap(desk::whoever)
                .filter(StaffMember::mayInvite);
    }
}
