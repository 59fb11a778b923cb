package uk.anteroom.demo.record;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import uk.anteroom.demo.cast.Worker;
import uk.anteroom.demo.seed.SeedSettings;
import uk.anteroom.desktop.ProgramKind;
import uk.anteroom.desktop.Programs;
import uk.anteroom.practice.Role;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;

/**
 * Keeps the clinical system of everybody who sees patients connected. A real one would be connected by its user in the browser; this one asks the
 * service for its tokens directly, at the start of every demo.
 */
@Component
class ContextLinks {

    private final Map<Worker, ContextLink> links = new EnumMap<>(Worker.class);
    private final RecordStore store;
    private final Programs programs;
    private final Staff staff;

    ContextLinks(RecordStore store, Programs programs, Staff staff, SeedSettings settings, ObjectMapper json) {
        this.store = store;
        this.programs = programs;
        this.staff = staff;
        URI here = settings.clinicalSystem().resolve("/");
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        Arrays.stream(Worker.values())
                .filter(ContextLinks::opensRecords)
                .forEach(worker ->
                        links.put(worker, new ContextLink(worker, here, () -> token(worker), store, json, client)));
    }

    @EventListener(ApplicationReadyEvent.class)
    void connect() {
        links.values().forEach(ContextLink::start);
    }

    @EventListener(ContextClosedEvent.class)
    void disconnect() {
        links.values().forEach(ContextLink::stop);
    }

    /** Whoever is only practice manager opens no records. */
    static boolean opensRecords(Worker worker) {
        return worker.role() != Role.PRACTICE_MANAGER;
    }

    /** Opens a patient for a member of staff, or closes whoever is open. */
    void open(Worker worker, Optional<UUID> patient) {
        store.open(worker, patient);
        store.opened(worker)
                .ifPresent(last -> Objects.requireNonNull(links.get(worker)).tell(last));
    }

    private String token(Worker worker) {
        StaffMember by =
                staff.find(worker.surgery().id(), new StaffId(worker.id())).orElseThrow();
        // that of an earlier run is lost with it
        programs.of(by).stream()
                .filter(program -> program.kind() == ProgramKind.CLINICAL_SYSTEM)
                .forEach(program -> programs.end(by, program.id()));
        return programs.connect(by, ProgramKind.CLINICAL_SYSTEM).token().text();
    }
}
