package uk.anteroom.toolbardoor;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.ObjectMapper;
import uk.anteroom.desktop.ConnectedProgram;
import uk.anteroom.desktop.Programs;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.web.EventStream;

/** News as server-sent events. */
@Controller
class NewsController {

    private final NewsStreams streams;
    private final NewsDesk desk;
    private final Programs programs;
    private final ObjectMapper json;

    NewsController(NewsStreams streams, NewsDesk desk, Programs programs, ObjectMapper json) {
        this.streams = streams;
        this.desk = desk;
        this.programs = programs;
        this.json = json;
    }

    @GetMapping("/toolbar/news")
    void listen(ConnectedProgram program, HttpServletResponse response) throws IOException, InterruptedException {
        PracticeId practice = program.by().practice();
        streams.listen(
                practice,
                new EventStream<>(
                        program.id().value(),
                        () -> programs.find(practice, program.id()),
                        (now, before) -> desk.news(now.by(), before),
                        "news",
                        json),
                response);
    }
}
