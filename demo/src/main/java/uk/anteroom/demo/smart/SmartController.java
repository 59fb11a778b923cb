package uk.anteroom.demo.smart;

import java.net.URI;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import uk.anteroom.demo.cast.Worker;
import uk.anteroom.demo.seed.SeedSettings;

/** How the clinical system launches Anteroom. */
@Controller
class SmartController {

    private final Launches launches;
    private final URI record;
    private final URI publicUrl;

    SmartController(Launches launches, SeedSettings seed, @Value("${anteroom.public-url}") URI publicUrl) {
        this.launches = launches;
        this.record = seed.clinicalSystem();
        this.publicUrl = publicUrl;
    }

    /** The user presses the button beside the patient who is open. */
    @GetMapping("/demo/clinical-system/launch")
    ResponseEntity<Void> launch(@RequestParam Worker user, @RequestParam UUID patient) {
        URI app = UriComponentsBuilder.fromUri(
                        publicUrl.resolve("/launch/" + user.surgery().code()))
                .queryParam("iss", "{iss}")
                .queryParam("launch", "{launch}")
                .encode()
                .build(record.toString(), launches.begin(user, patient));
        return ResponseEntity.status(HttpStatus.FOUND).location(app).build();
    }
}
