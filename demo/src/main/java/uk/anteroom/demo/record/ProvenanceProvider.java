package uk.anteroom.demo.record;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Provenance;

/** Provenance: read, and update, which creates under the id its sender chose. */
public final class ProvenanceProvider implements IResourceProvider {

    private final RecordStore store;
    private final FhirContext fhir;

    ProvenanceProvider(RecordStore store, FhirContext fhir) {
        this.store = store;
        this.fhir = fhir;
    }

    @Override
    public Class<Provenance> getResourceType() {
        return Provenance.class;
    }

    @Read
    public Provenance read(@IdParam IdType id) {
        return store.provenance(id.getIdPart())
                .map(stored -> fhir.newJsonParser().parseResource(Provenance.class, stored.resource()))
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    @Update
    public MethodOutcome put(@IdParam IdType id, @ResourceParam Provenance provenance) {
        int version = store.putProvenance(id.getIdPart(), fhir.newJsonParser().encodeResourceToString(provenance));
        return new MethodOutcome(new IdType("Provenance", id.getIdPart(), Integer.toString(version)), version == 1);
    }
}
