package uk.anteroom.demo.record;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Encounter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.demo.cast.Surgery;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.MobileNumbers;
import uk.anteroom.kernel.Reading;
import uk.anteroom.web.NotFound;

/** The clinical system as its user sees it: which patient is open, and what is coded. */
@Controller
class RecordController {

    private final RecordStore store;
    private final MobileNumbers numbers;
    private final FhirContext fhir;
    private final Clock clock;

    RecordController(RecordStore store, MobileNumbers numbers, FhirContext recordContext, Clock clock) {
        this.store = store;
        this.numbers = numbers;
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
                loaded.map(patient -> RecordPage.loaded(patient, entries(patient), clock))
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

    /** Writes another mobile number into a record, as a receptionist would. What cannot be one changes nothing. */
    @PostMapping("/demo/clinical-system/mobile")
    String mobile(
            @RequestParam(defaultValue = "riv") String practice,
            @RequestParam UUID patient,
            @RequestParam(defaultValue = "") String mobile) {
        if (numbers.read(mobile) instanceof Reading.Right<MobileNumber>(MobileNumber number)) {
            store.mobile(patient, number);
        }
        return back(surgery(practice));
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

    private static Surgery surgery(String code) {
        return Surgery.withCode(code).orElseThrow(NotFound::new);
    }

    private static String back(Surgery surgery) {
        return "redirect:/demo/clinical-system" + (surgery == Surgery.RIVERSIDE ? "" : "?practice=" + surgery.code());
    }
}
