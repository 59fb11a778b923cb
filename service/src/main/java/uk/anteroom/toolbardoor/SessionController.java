package uk.anteroom.toolbardoor;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.anteroom.desktop.ConnectedProgram;
import uk.anteroom.desktop.Programs;

/** What a program's token is good for, and the end of it. */
@RestController
class SessionController {

    private final Programs programs;
    private final OAuthAnswer answers;

    SessionController(Programs programs, OAuthAnswer answers) {
        this.programs = programs;
        this.answers = answers;
    }

    @GetMapping("/toolbar/session")
    Map<String, Object> about(ConnectedProgram program) {
        return answers.about(program);
    }

    @DeleteMapping("/toolbar/session")
    ResponseEntity<Void> end(ConnectedProgram program) {
        programs.end(program.by(), program.id());
        return ResponseEntity.noContent().build();
    }
}
