package uk.anteroom.demo.record;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.demo.cast.Surgery;
import uk.anteroom.demo.cast.Worker;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.MobileNumbers;
import uk.anteroom.kernel.Reading;
import uk.anteroom.web.NotFound;

/** The clinical system as its user sees it: which patient is open, and what is coded. */
@Controller
class RecordController {

    private final RecordStore store;
    private final DocumentStore documents;
    private final ContextLinks links;
    private final MobileNumbers numbers;
    private final FhirContext fhir;
    private final Clock clock;

    RecordController(
            RecordStore store,
            DocumentStore documents,
            ContextLinks links,
            MobileNumbers numbers,
            FhirContext recordContext,
            Clock clock) {
        this.store = store;
        this.documents = documents;
        this.links = links;
        this.numbers = numbers;
        this.fhir = recordContext;
        this.clock = clock;
    }

    @GetMapping("/demo/clinical-system")
    ModelAndView show(
            @RequestParam(defaultValue = "riv") String practice,
            @RequestParam(name = "as", defaultValue = "") String who) {
        Worker worker = worker(practice, who);
        Surgery surgery = worker.surgery();
        Surgery other = Surgery.RIVERSIDE == surgery ? Surgery.HILLTOP : Surgery.RIVERSIDE;
        Optional<RecordPatient> loaded = store.opened(worker).map(Opened::patient);
        RecordPage page = new RecordPage(
                surgery.title(),
                surgery.code(),
                other.title(),
                other.code(),
                key(worker),
                Arrays.stream(Worker.values())
                        .filter(one -> one.surgery() == surgery && ContextLinks.opensRecords(one))
                        .map(one -> new RecordPage.User(key(one), one.shownName(), one == worker))
                        .toList(),
                store.reachable(),
                store.listed(surgery.uuid()).stream()
                        .map(patient -> RecordPage.choice(patient, loaded))
                        .toList(),
                loaded.map(patient -> RecordPage.loaded(patient, entries(patient), documents(patient), clock))
                        .orElse(null));
        return new ModelAndView("demo/record", Map.of("page", page));
    }

    /** Opens a patient; without one, closes whoever is open. */
    @PostMapping("/demo/clinical-system/loaded")
    String load(
            @RequestParam(defaultValue = "riv") String practice,
            @RequestParam(name = "as", defaultValue = "") String who,
            @RequestParam(required = false) @Nullable UUID patient) {
        Worker worker = worker(practice, who);
        links.open(worker, Optional.ofNullable(patient));
        return back(worker);
    }

    /** Writes another mobile number into a record, as a receptionist would. What cannot be one changes nothing. */
    @PostMapping("/demo/clinical-system/mobile")
    String mobile(
            @RequestParam(defaultValue = "riv") String practice,
            @RequestParam(name = "as", defaultValue = "") String who,
            @RequestParam UUID patient,
            @RequestParam(defaultValue = "") String mobile) {
        if (numbers.read(mobile) instanceof Reading.Right<MobileNumber>(MobileNumber number)) {
            store.mobile(patient, number);
        }
        return back(worker(practice, who));
    }

    @PostMapping("/demo/clinical-system/reachable")
    String reachable(
            @RequestParam(defaultValue = "riv") String practice,
            @RequestParam(name = "as", defaultValue = "") String who,
            @RequestParam boolean reachable) {
        store.reachable(reachable);
        return back(worker(practice, who));
    }

    private List<RecordPage.Entry> entries(RecordPatient patient) {
        return store.encounters(patient.id()).stream()
                .map(stored -> RecordPage.entry(
                        fhir.newJsonParser().parseResource(Encounter.class, stored.resource()),
                        stored.recordedAt(),
                        clock))
                .toList();
    }

    private List<RecordPage.Filed> documents(RecordPatient patient) {
        List<Communication> messages = documents.of("Communication", patient.id()).stream()
                .map(stored -> fhir.newJsonParser().parseResource(Communication.class, stored.resource()))
                .toList();
        return documents.of("DocumentReference", patient.id()).stream()
                .map(stored -> RecordPage.filed(
                        fhir.newJsonParser().parseResource(DocumentReference.class, stored.resource()),
                        messages,
                        stored.recordedAt(),
                        clock))
                .toList();
    }

    /** Who is signed in: whoever is named, else the clinician of the practice. */
    private static Worker worker(String practice, String who) {
        Surgery surgery = Surgery.withCode(practice).orElseThrow(NotFound::new);
        return Arrays.stream(Worker.values())
                .filter(one -> who.isEmpty() ? one.surgery() == surgery : key(one).equals(who))
                .filter(ContextLinks::opensRecords)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String key(Worker worker) {
        return worker.name().toLowerCase(Locale.ROOT);
    }

    private static String back(Worker worker) {
        boolean usual = worker == worker(worker.surgery().code(), "");
        String practice = worker.surgery() == Surgery.RIVERSIDE
                ? ""
                : "practice=" + worker.surgery().code();
        String query = usual ? practice : "as=" + key(worker);
        return "redirect:/demo/clinical-system" + (query.isEmpty() ? "" : "?" + query);
    }
}
