package uk.anteroom.demo.record;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.demo.cast.Surgery;
import uk.anteroom.web.NotFound;

/** The clinical system as its user sees it: which patient is open, and what is coded. */
@Controller
class RecordController {

    private final RecordStore store;
    private final DocumentStore documents;
    private final FhirContext fhir;
    private final Clock clock;

    RecordController(RecordStore store, DocumentStore documents, FhirContext recordContext, Clock clock) {
        this.store = store;
        this.documents = documents;
        this.fhir = recordContext;
        this.clock = clock;
    }

    @GetMapping("/demo/clinical-system")
    ModelAndView show(@RequestParam(defaultValue = "riv") String practice) {
        Surgery surgery = surgery(practice);
        Surgery other = Surgery.RIVERSIDE == surgery ? Surgery.HILLTOP : Surgery.RIVERSIDE;
        Optional<RecordPatient> loaded = store.loaded(surgery.uuid());
        RecordPage page = new RecordPage(
                surgery.title(),
                surgery.code(),
                other.title(),
                other.code(),
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
            @RequestParam(required = false) @Nullable UUID patient) {
        Surgery surgery = surgery(practice);
        store.load(surgery.uuid(), Optional.ofNullable(patient));
        return back(surgery);
    }

    @PostMapping("/demo/clinical-system/reachable")
    String reachable(@RequestParam(defaultValue = "riv") String practice, @RequestParam boolean reachable) {
        store.reachable(reachable);
        return back(surgery(practice));
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
        return documents.of(patient.id()).stream()
                .map(stored -> RecordPage.filed(
                        fhir.newJsonParser().parseResource(DocumentReference.class, stored.resource()),
                        stored.recordedAt(),
                        clock))
                .toList();
    }

    private static Surgery surgery(String code) {
        return Surgery.withCode(code).orElseThrow(NotFound::new);
    }

    private static String back(Surgery surgery) {
        return "redirect:/demo/clinical-system" + (surgery == Surgery.RIVERSIDE ? "" : "?practice=" + surgery.code());
    }
}
