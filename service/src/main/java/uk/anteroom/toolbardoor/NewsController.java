package uk.anteroom.toolbardoor;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.ObjectMapper;
import uk.anteroom.desktop.ConnectedProgram;
import uk.anteroom.desktop.Programs;

/** News as server-sent events. The request's own thread, which is a virtual one, speaks for as long as the toolbar listens. */
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
        response.setContentType("text/event-stream;charset=UTF-8");
        // a proxy that collects before it passes on would make every arrival late
        response.setHeader("X-Accel-Buffering", "no");
        NewsStream stream =
                new NewsStream(program, () -> programs.find(program.by().practice(), program.id()), desk, json);
        streams.add(stream);
        try {
            stream.run(response.getOutputStream());
        } finally {
            streams.remove(stream);
        }
    }
}
