package uk.anteroom.demo.record;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/** Encounter: create (also on condition), read, and search by identifier or patient. */
public final class EncounterProvider implements IResourceProvider {

    private final RecordStore store;
    private final Encounters encounters;
    private final FhirContext fhir;

    EncounterProvider(RecordStore store, Encounters encounters, FhirContext fhir) {
        this.store = store;
        this.encounters = encounters;
        this.fhir = fhir;
    }

    @Override
    public Class<Encounter> getResourceType() {
        return Encounter.class;
    }

    @Create
    public MethodOutcome create(@ResourceParam Encounter encounter, @ConditionalUrlParam @Nullable String condition) {
        Encounters.Kept kept = store.database().in(() -> encounters.keep(encounter, condition));
        return new MethodOutcome(kept.location(), kept.created());
    }

    @Read
    public Encounter read(@IdParam IdType id) {
        return PatientProvider.uuid(id.getIdPart())
                .flatMap(store::encounter)
                .map(this::parse)
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    @Search
    public List<Encounter> search(
            @OptionalParam(name = Encounter.SP_IDENTIFIER) @Nullable TokenParam identifier,
            @OptionalParam(name = Encounter.SP_SUBJECT) @Nullable ReferenceParam subject,
            @OptionalParam(name = Encounter.SP_PATIENT) @Nullable ReferenceParam patient) {
        if (identifier != null) {
            TokenValue sought = TokenValue.read(identifier.getSystem() + "|" + identifier.getValue());
            return store.encounterOf(sought).flatMap(store::encounter).map(this::parse).stream()
                    .toList();
        }
        ReferenceParam whose = subject == null ? patient : subject;
        if (whose == null) {
            throw new InvalidRequestException("Search by identifier, subject or patient");
        }
        UUID id = PatientProvider.uuid(whose.getIdPart()).orElseThrow(() -> new InvalidRequestException("No such id"));
        return store.encounters(id).stream().map(this::parse).toList();
    }

    private Encounter parse(RecordStore.Stored stored) {
        return fhir.newJsonParser().parseResource(Encounter.class, stored.resource());
    }
}
