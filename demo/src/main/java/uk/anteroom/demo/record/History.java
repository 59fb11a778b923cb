package uk.anteroom.demo.record;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Period;
import uk.anteroom.demo.cast.Person;
import uk.anteroom.demo.cast.Worker;

/** What stood in the record before Anteroom came: one telephone consultation. And somebody has left Rosa's record open. */
public final class History {

    private static final String OWN_SYSTEM = "https://clinical-system.example/entry";
    private static final Instant CALLED = Instant.parse("2026-06-02T08:30:00Z");

    private final RecordStore store;

    public History(RecordStore store) {
        this.store = store;
    }

    /** Writes it once. */
    public void write() {
        Encounter call = new Encounter();
        call.addIdentifier().setSystem(OWN_SYSTEM).setValue("1");
        call.setStatus(EncounterStatus.FINISHED);
        call.addType().addCoding(new Coding(Codes.SNOMED, "386472008", "Telephone consultation"));
        call.getSubject().setReference("Patient/" + Person.ROSA.id());
        call.addParticipant().getIndividual().setDisplay(Worker.AMARA.shownName());
        call.setPeriod(new Period().setStart(Date.from(CALLED)));
        Encounters encounters = new Encounters(store, FhirContext.forR4Cached());
        store.database().in(() -> encounters.keep(call, "identifier=" + OWN_SYSTEM + "|1"));
        if (store.opened(Worker.AMARA).isEmpty()) {
            store.open(Worker.AMARA, Optional.of(Person.ROSA.id().value()));
        }
    }
}
